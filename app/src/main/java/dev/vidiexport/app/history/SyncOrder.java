package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.sync.SyncSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What a valid {@code sync} is about. Immutable.
 *
 * @param settings what the use case is told
 * @param session what is needed to ask VidiCenter
 * @param sinks the format of each export
 * @param reportFile where the report goes; empty for nowhere
 */
public record SyncOrder(
    HistorySelection selection,
    SyncSettings settings,
    SessionSettings session,
    Map<String, ChosenSink> sinks,
    Optional<String> reportFile) {
  public SyncOrder {
    requireNonNull(selection, "selection must not be null");
    requireNonNull(settings, "settings must not be null");
    requireNonNull(session, "session must not be null");
    sinks = Map.copyOf(sinks);
    requireNonNull(reportFile, "reportFile must not be null");
  }

  /** The format of an export. */
  ChosenSink sink(String export) {
    return requireNonNull(sinks.get(export), "export must be one of this sync");
  }
}

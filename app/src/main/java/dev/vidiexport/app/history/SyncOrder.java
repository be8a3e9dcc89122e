package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.sync.SyncSettings;
import java.util.Optional;

/**
 * What a valid {@code sync} is about. Immutable.
 *
 * @param chosen the project, and what of it is to be kept complete
 * @param settings what the use case is told
 * @param dimensions the format of the files that tell what things are called
 * @param session what is needed to ask VidiCenter
 * @param reportFile where the report goes; empty for nowhere
 */
public record SyncOrder(
    ChosenProject chosen,
    SyncSettings settings,
    ChosenSink dimensions,
    SessionSettings session,
    Optional<String> reportFile) {
  public SyncOrder {
    requireNonNull(chosen, "chosen must not be null");
    requireNonNull(settings, "settings must not be null");
    requireNonNull(dimensions, "dimensions must not be null");
    requireNonNull(session, "session must not be null");
    requireNonNull(reportFile, "reportFile must not be null");
  }
}

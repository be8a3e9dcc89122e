package dev.vidiexport.domain.extract;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.typing.KnownColumns;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be taken out of a history. Immutable.
 *
 * @param export whose rows, with a format that can be read back
 * @param catalogue what the catalogue knows of its rows
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all; not before {@code
 *     start}
 * @param programVersion the version of this program, for the output's provenance
 */
public record ExtractSettings(
    HistoryExport export,
    KnownColumns catalogue,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    String programVersion) {
  public ExtractSettings {
    requireNonNull(export, "export must not be null");
    requireNonNull(catalogue, "catalogue must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      throw new IllegalArgumentException(
          "end must not be before start, but was %s < %s".formatted(end.get(), start.get()));
    }
  }

  /** Whether a window touches the days that are selected. */
  boolean selects(TimeWindow window) {
    return window.touches(start, end);
  }
}

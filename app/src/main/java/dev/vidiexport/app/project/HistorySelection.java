package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a project a command is about. Immutable.
 *
 * @param exports at least one, in the order of the file; all of them where none was named
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all; not before {@code
 *     start}
 * @param asOf the moment that stands for the clock; empty for that of the machine
 * @param json whether what is found is written as JSON
 */
public record HistorySelection(
    List<ProjectExport> exports,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Optional<Instant> asOf,
    boolean json) {
  public HistorySelection {
    exports = List.copyOf(exports);
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(asOf, "asOf must not be null");
    if (exports.isEmpty()) {
      throw new IllegalArgumentException("exports must not be empty");
    }
  }
}

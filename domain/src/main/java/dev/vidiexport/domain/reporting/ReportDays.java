package dev.vidiexport.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days a user wants a report of. Immutable.
 *
 * @param start the first; empty for the first that there is
 * @param end the last; empty for the last that there is
 * @param last the last days or months that are over, in place of {@code start} and {@code end}
 * @param comparison with what they are compared; empty for nothing
 */
public record ReportDays(
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Optional<LastDays> last,
    Optional<Comparison> comparison) {
  public ReportDays {
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(last, "last must not be null");
    requireNonNull(comparison, "comparison must not be null");
    if (last.isPresent() && (start.isPresent() || end.isPresent())) {
      throw new IllegalArgumentException("last must not be given beside start or end");
    }
  }
}

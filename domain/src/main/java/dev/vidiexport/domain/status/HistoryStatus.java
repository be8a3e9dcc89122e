package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * How a history stands. Immutable.
 *
 * @param asOf the moment for which that is said
 * @param exports in the order of the project file
 */
public record HistoryStatus(Instant asOf, List<ExportStatus> exports) {
  public HistoryStatus {
    requireNonNull(asOf, "asOf must not be null");
    exports = List.copyOf(exports);
  }
}

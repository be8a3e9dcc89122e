package dev.vidiexport.app.metrics;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.status.CoverageFigures;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.sync.ExportCounts;
import java.util.Optional;

/**
 * One export of a history, after a sync. Immutable.
 *
 * @param name as the project file has it
 * @param rows how many rows are in the files that the sync made
 * @param bytes how large those are
 * @param windows how its windows stand; empty where nobody could look
 * @param coverage how much of what is expected was measured; empty likewise
 */
record ExportFigures(
    String name,
    long rows,
    long bytes,
    Optional<WindowCounts> windows,
    Optional<CoverageFigures> coverage) {
  ExportFigures {
    requireNonNull(name, "name must not be null");
    requireNonNull(windows, "windows must not be null");
    requireNonNull(coverage, "coverage must not be null");
  }

  static ExportFigures of(ExportCounts counts) {
    return new ExportFigures(
        counts.name(), counts.rows(), counts.bytes(), Optional.empty(), Optional.empty());
  }

  ExportFigures with(ExportStatus status) {
    return new ExportFigures(
        name, rows, bytes, Optional.of(status.windows()), Optional.of(status.coverage()));
  }

  /** From 0 to 1, rounded down so that only what is whole is 1; empty where nothing is expected. */
  Optional<Double> coverageRatio() {
    return coverage
        .flatMap(CoverageFigures::percent)
        .map(percent -> percent.movePointLeft(2).doubleValue());
  }
}

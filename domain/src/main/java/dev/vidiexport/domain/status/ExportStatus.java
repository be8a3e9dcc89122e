package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.planning.WindowCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an export of a history stands. Everything but {@code lastRun} and {@code changes} is of the
 * windows that are selected. Immutable.
 *
 * @param stored what there is of it
 * @param lastRun when the last run began that changed the history; empty before the first
 * @param currentTo the last day up to which nothing is missing; empty when something of the first
 *     window is, or no window is over
 * @param behind how long it is since that day (or the one before the first window) was over; empty
 *     where nothing that is over is missing
 * @param strip the windows that are over
 * @param coverage of all places together
 * @param places those that are asked for, the worst first
 * @param changes how its keys came and went
 */
public record ExportStatus(
    HistoryExport export,
    WindowCounts windows,
    StoredAmount stored,
    Optional<Instant> lastRun,
    Optional<LocalDate> currentTo,
    Optional<Duration> behind,
    WindowStrip strip,
    CoverageFigures coverage,
    List<PlaceStatus> places,
    List<ColumnChange> changes) {
  public ExportStatus {
    requireNonNull(export, "export must not be null");
    requireNonNull(windows, "windows must not be null");
    requireNonNull(stored, "stored must not be null");
    requireNonNull(lastRun, "lastRun must not be null");
    requireNonNull(currentTo, "currentTo must not be null");
    requireNonNull(behind, "behind must not be null");
    requireNonNull(strip, "strip must not be null");
    requireNonNull(coverage, "coverage must not be null");
    places = List.copyOf(places);
    changes = List.copyOf(changes);
  }
}

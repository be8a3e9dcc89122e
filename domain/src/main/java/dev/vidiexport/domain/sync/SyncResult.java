package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.HistoryExport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a sync. Immutable.
 *
 * @param exports in the order of the project file
 * @param missing what is missing and why: first what was asked for in vain, then what was not asked
 *     for; at most {@link #MOST_MISSING}
 * @param missingInAll how many slices are missing, those included that are not listed
 * @param columnNews what VidiCenter has changed in its keys
 * @param calls how many calls were sent
 * @param ending what ended the sync before its time; empty when it came to its end
 */
public record SyncResult(
    List<ExportCounts> exports,
    List<MissingSlice> missing,
    long missingInAll,
    List<ColumnNews> columnNews,
    long calls,
    Duration elapsed,
    Optional<ExportException> ending) {
  /** More lines than anybody reads. */
  public static final int MOST_MISSING = 1_000;

  public SyncResult {
    exports = List.copyOf(exports);
    missing = List.copyOf(missing);
    columnNews = List.copyOf(columnNews);
    requireNonNull(elapsed, "elapsed must not be null");
    requireNonNull(ending, "ending must not be null");
  }

  /**
   * The end of a sync that could not even begin.
   *
   * @param exports in the order of the project file
   */
  public static SyncResult notBegun(
      List<HistoryExport> exports, Duration elapsed, ExportException ending) {
    return new SyncResultBuilder(exports).build(elapsed, Optional.of(ending));
  }

  /** Whether every slice has the answer that it should have. */
  public boolean isComplete() {
    return ending.isEmpty() && missingInAll == 0;
  }
}

package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What there is to do for one export. Immutable.
 *
 * @param closing when its newest closed window was over; empty while none is
 * @param windows how its windows stand
 * @param slices what is to be asked for, in order
 * @param postponed slices that are missing and not to be asked for now, because their time has not
 *     come
 * @param unlisted sources that the topology does not list, by window: refused without a request
 * @param retired slices that are retired now
 * @param rows how many rows to expect; empty without a past
 * @param bytes how large the files will be; empty without a past
 * @param advice a sentence about a larger window; empty where none is due
 */
public record ExportPlan(
    HistoryExport export,
    Optional<WindowClosing> closing,
    WindowCounts windows,
    List<PlannedSlice> slices,
    List<SliceKey> postponed,
    List<SliceKey> unlisted,
    List<SliceKey> retired,
    OptionalLong rows,
    OptionalLong bytes,
    Optional<String> advice) {
  public ExportPlan {
    requireNonNull(export, "export must not be null");
    requireNonNull(closing, "closing must not be null");
    requireNonNull(windows, "windows must not be null");
    requireNonNull(rows, "rows must not be null");
    requireNonNull(bytes, "bytes must not be null");
    requireNonNull(advice, "advice must not be null");
    slices = List.copyOf(slices);
    postponed = List.copyOf(postponed);
    unlisted = List.copyOf(unlisted);
    retired = List.copyOf(retired);
  }
}

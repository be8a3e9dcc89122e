package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.topology.Id;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What there is to do for one export. Immutable.
 *
 * <p>All counts are of the windows that are selected, and so are all lists but {@code retired}.
 * Lists of keys may be millions long; they are made when they are looked at.
 *
 * @param closing when its newest closed window was over, selected or not; empty while none is
 * @param windows how its windows stand
 * @param requests how many slices are to be asked for
 * @param slices what is to be asked for first, in order: all of it, or the first {@link
 *     HistoryPlanner#MOST_SLICES}, which are more than can be asked for before a new plan is due
 * @param postponed slices that are missing, or to be written again, and not to be asked for now,
 *     because their time has not come
 * @param unlisted sources that the topology does not list, by window: refused without a request
 * @param retired slices that are retired now, selected or not
 * @param dropped slices without an answer that will never be asked for again, because one of their
 *     sources is not asked for any more; the others are asked for in other slices
 * @param unaskable what the topology lists and no request can ask for: ids that are no whole number
 *     from 1 to {@link Long#MAX_VALUE}
 * @param rows how many rows to expect; empty without a past
 * @param bytes how large the files will be; empty without a past
 * @param advice a sentence about a larger window; empty where none is due
 */
public record ExportPlan(
    HistoryExport export,
    Optional<WindowClosing> closing,
    WindowCounts windows,
    long requests,
    List<PlannedSlice> slices,
    List<SliceKey> postponed,
    List<SliceKey> unlisted,
    List<SliceKey> retired,
    List<SliceKey> dropped,
    List<Id> unaskable,
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
    if (requests < slices.size()) {
      throw new IllegalArgumentException(
          "requests must not be below the number of slices, but was %s < %s"
              .formatted(requests, slices.size()));
    }
    postponed = kept(postponed);
    unlisted = kept(unlisted);
    retired = kept(retired);
    dropped = kept(dropped);
    unaskable = List.copyOf(unaskable);
  }

  /** A copy of millions of keys would not fit into memory. */
  private static List<SliceKey> kept(List<SliceKey> keys) {
    return keys instanceof SliceKeys ? keys : List.copyOf(keys);
  }
}

package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tallies of cameras, by their ids. For one thread. */
final class PlaceTallies {
  /** More cameras than this are in no network. */
  private static final int MOST_PLACES = 100_000;

  private final SortedMap<Long, PlaceTally> byId = new TreeMap<>();
  private final int days;
  private final DayChunks chunks;
  private @Nullable PlaceTally last;

  PlaceTallies(int days, DayChunks chunks) {
    this.days = days;
    this.chunks = chunks;
  }

  /**
   * The tally of a camera.
   *
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when there are too many
   */
  PlaceTally of(long id) {
    PlaceTally tally = last;
    if (tally == null || tally.id() != id) {
      tally = byId.computeIfAbsent(id, key -> new PlaceTally(key, days, chunks));
      if (byId.size() > MOST_PLACES) {
        throw new ExportException(
            FailureReason.REPORT_NOT_POSSIBLE,
            "There are more than 100,000 cameras, which are too many for one report.");
      }
      last = tally;
    }
    return tally;
  }

  /** All of them, ascending by id. */
  Collection<PlaceTally> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  @Nullable PlaceTally find(long id) {
    return byId.get(id);
  }
}

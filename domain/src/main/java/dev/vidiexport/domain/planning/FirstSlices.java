package dev.vidiexport.domain.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps, of slices that come window by window, those that are asked for first, and counts all. What
 * it keeps is bounded: so many of each rank, and those of one window more. For one thread.
 */
final class FirstSlices {
  private final PlanOrder order;
  private final int most;
  private final Map<SliceOrder.Rank, Ranked> byRank = new EnumMap<>(SliceOrder.Rank.class);
  private long count;

  /**
   * Keeps nothing yet.
   *
   * @param most how many it keeps at least
   */
  FirstSlices(PlanOrder order, int most) {
    this.order = order;
    this.most = most;
  }

  /** Takes a slice, of the same window as the last one or of a later one. */
  void add(PlannedSlice slice) {
    count++;
    byRank.computeIfAbsent(SliceOrder.Rank.of(slice), rank -> new Ranked()).add(slice);
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** The first of these and others together, in order: {@code most}, or all if there are fewer. */
  List<PlannedSlice> firstWith(FirstSlices others) {
    return Stream.concat(kept(), others.kept())
        .sorted(SliceOrder.withinExport(order))
        .limit(most)
        .toList();
  }

  private Stream<PlannedSlice> kept() {
    return byRank.values().stream()
        .flatMap(ranked -> ranked.windows.stream())
        .flatMap(List::stream);
  }

  /** Slices of one rank, by window. */
  private final class Ranked {
    private final Deque<List<PlannedSlice>> windows = new ArrayDeque<>();
    private int size;

    void add(PlannedSlice slice) {
      List<PlannedSlice> window = windows.peekLast();
      if (window == null || !window.get(0).key().window().equals(slice.key().window())) {
        if (order == PlanOrder.OLDEST_FIRST && size >= most) {
          return;
        }
        forgetOldest();
        window = new ArrayList<>(1);
        windows.addLast(window);
      }
      window.add(slice);
      size++;
    }

    /** As long as the windows that stay hold enough, the oldest one is asked for last. */
    private void forgetOldest() {
      while (order == PlanOrder.NEWEST_FIRST
          && !windows.isEmpty()
          && size - windows.getFirst().size() >= most) {
        size -= windows.removeFirst().size();
      }
    }
  }
}

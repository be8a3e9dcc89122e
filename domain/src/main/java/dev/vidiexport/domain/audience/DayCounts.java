package dev.vidiexport.domain.audience;

import java.util.OptionalDouble;

/** What a place counted, day by day. For one thread. */
final class DayCounts {
  private final double[] counts;
  private final boolean[] present;

  DayCounts(int days) {
    counts = new double[days];
    present = new boolean[days];
  }

  /** Adds to a day. */
  void add(int day, double count) {
    counts[day] += count;
    present[day] = true;
  }

  /** Adds all of another place. */
  void addAll(DayCounts other) {
    for (int day = 0; day < counts.length; day++) {
      if (other.present[day]) {
        add(day, other.counts[day]);
      }
    }
  }

  /** What was counted on a day; empty where nothing was. */
  OptionalDouble of(int day) {
    return present[day] ? OptionalDouble.of(counts[day]) : OptionalDouble.empty();
  }

  /** The sum from a day on and before another; empty where nothing was counted. */
  OptionalDouble sum(int from, int until) {
    double sum = 0;
    boolean isAny = false;
    for (int day = from; day < until; day++) {
      sum += counts[day];
      isAny |= present[day];
    }
    return isAny ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  OptionalDouble total() {
    return sum(0, counts.length);
  }
}

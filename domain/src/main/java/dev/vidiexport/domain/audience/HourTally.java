package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.HoursOfDay;
import java.util.OptionalDouble;

/** What all cameras together counted in each hour of each day. For one thread. */
final class HourTally {
  private final int days;
  private final ExactSums counts;
  private final long[] measured;

  /**
   * Nothing counted.
   *
   * @param kinds how many kinds of counts there are
   */
  HourTally(int kinds, int days) {
    this.days = days;
    counts = new ExactSums(kinds * days * HoursOfDay.COUNT);
    measured = new long[(days * HoursOfDay.COUNT + Long.SIZE - 1) / Long.SIZE];
  }

  void add(int kind, int day, int hour, double number) {
    counts.add((kind * days + day) * HoursOfDay.COUNT + hour, number);
  }

  /** Notes that a camera measured an hour. */
  void measure(int day, int hour) {
    int bit = day * HoursOfDay.COUNT + hour;
    measured[bit >> 6] |= 1L << bit;
  }

  /** Whether any camera measured an hour. */
  boolean isMeasured(int day, int hour) {
    int bit = day * HoursOfDay.COUNT + hour;
    return (measured[bit >> 6] >>> bit & 1) != 0;
  }

  /** What was counted in an hour; empty where nothing was. */
  OptionalDouble count(int kind, int day, int hour) {
    return counts.sum((kind * days + day) * HoursOfDay.COUNT + hour);
  }
}

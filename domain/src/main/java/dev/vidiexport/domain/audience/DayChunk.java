package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.HoursOfDay;
import org.jspecify.annotations.Nullable;

/** What one camera counted on 64 days. For one thread. */
final class DayChunk {
  static final int DAYS = 64;

  private final int periodsOfDay;
  private final ExactSums counts;
  private final long[] measured;

  /** Periods of which the input of the moment tells, and those of which others did before. */
  private final long[] told;

  private final long[] toldBefore;
  private int input;
  private final @Nullable ExactSums hours;

  /**
   * Nothing counted.
   *
   * @param kinds how many kinds of counts there are
   * @param keepsHours whether hours are kept apart
   */
  DayChunk(int kinds, int periodsOfDay, boolean keepsHours) {
    this.periodsOfDay = periodsOfDay;
    counts = new ExactSums(kinds * DAYS);
    measured = new long[periodsOfDay];
    told = new long[periodsOfDay];
    toldBefore = new long[periodsOfDay];
    hours = keepsHours ? new ExactSums(kinds * DAYS * HoursOfDay.COUNT) : null;
  }

  void add(int kind, int day, int hour, double number) {
    counts.add(kind * DAYS + day, number);
    if (hours != null) {
      hours.add((kind * DAYS + day) * HoursOfDay.COUNT + hour, number);
    }
  }

  /**
   * Notes that an input tells of a period.
   *
   * @param from the number of the input; one that has ended does not come again
   * @return whether another one told of it before
   */
  boolean tell(int from, int day, int period) {
    if (from != input) {
      input = from;
      for (int word = 0; word < told.length; word++) {
        toldBefore[word] |= told[word];
        told[word] = 0;
      }
    }
    int bit = day * periodsOfDay + period;
    told[bit >> 6] |= 1L << bit;
    return (toldBefore[bit >> 6] >>> bit & 1) != 0;
  }

  void measure(int day, int period) {
    int bit = day * periodsOfDay + period;
    measured[bit >> 6] |= 1L << bit;
  }

  /** How many periods of a day were measured. */
  int measured(int day) {
    int count = 0;
    for (int period = 0; period < periodsOfDay; period++) {
      count += isMeasured(day, period) ? 1 : 0;
    }
    return count;
  }

  /** Whether a period of a day was measured. */
  boolean isMeasured(int day, int period) {
    int bit = day * periodsOfDay + period;
    return (measured[bit >> 6] >>> bit & 1) != 0;
  }

  /** Whether anything of a kind was counted on a day. */
  boolean hasCount(int kind, int day) {
    return counts.isPresent(kind * DAYS + day);
  }

  /** Adds what was counted on a day. */
  void addCount(int kind, int day, ExactSums to, int place) {
    to.addSum(place, counts, kind * DAYS + day);
  }

  /** Adds what was counted in an hour; nothing where hours are not kept. */
  void addHour(int kind, int day, int hour, ExactSums to, int place) {
    if (hours != null) {
      to.addSum(place, hours, (kind * DAYS + day) * HoursOfDay.COUNT + hour);
    }
  }
}

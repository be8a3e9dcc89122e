package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.TimeWindow;
import java.time.Duration;
import java.util.Arrays;

/** Tells in which period of a window a time lies, and for how many each stands. Immutable. */
final class PeriodIndex {
  /** What stands for the period of a time that is not in the window. */
  static final int NONE = -1;

  private static final long MICROS_PER_SECOND = 1_000_000;

  /** All resolutions are multiples of it. A constant, so that nothing is divided at run time. */
  private static final long UNIT_MICROS = 5 * 60 * MICROS_PER_SECOND;

  private static final int UNITS_OF_DAY = (int) Duration.ofDays(1).dividedBy(Duration.ofMinutes(5));

  private final long beginMicros;
  private final long lengthMicros;
  private final int size;
  private final int[] periodOfUnit;
  private final long[] weights;

  private PeriodIndex(TimeWindow window, LocalPeriods periods) {
    long begin = LocalPeriods.secondOf(window.firstSecond());
    beginMicros = begin * MICROS_PER_SECOND;
    int units = window.days() * UNITS_OF_DAY;
    lengthMicros = units * UNIT_MICROS;
    size = periods.sizeOf(window);
    long seconds = periods.secondsIn(window);
    long unitsOfPeriod = seconds * MICROS_PER_SECOND / UNIT_MICROS;
    periodOfUnit = new int[units];
    Arrays.setAll(periodOfUnit, unit -> (int) (unit / unitsOfPeriod));
    weights = new long[periods.isPlain(window) ? 0 : size];
    Arrays.setAll(
        weights, period -> periods.count(begin + period * seconds, begin + (period + 1) * seconds));
  }

  static PeriodIndex of(TimeWindow window, LocalPeriods periods) {
    return new PeriodIndex(window, periods);
  }

  /** How many periods there are. */
  int size() {
    return size;
  }

  /** The period of a local time in microseconds, or {@link #NONE}. */
  int of(long micros) {
    long offset = micros - beginMicros;
    return offset < 0 || offset >= lengthMicros ? NONE : periodOfUnit[(int) (offset / UNIT_MICROS)];
  }

  /**
   * For how many periods some of them stand.
   *
   * @param word which 64 of them, from 0 on
   * @param bits the lowest one is the first of the 64
   */
  long weigh(int word, long bits) {
    if (weights.length == 0) {
      return Long.bitCount(bits);
    }
    long sum = 0;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      sum += weights[word * Long.SIZE + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }
}

package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Sums of numbers, each exact to the last of 40 binary places, so that their order makes no
 * difference. For one thread.
 */
final class ExactSums {
  private static final double UNIT = 0x1p40;

  /** Beyond this, doubles are further apart than whole numbers, and counts are not counts. */
  private static final double LARGEST = 0x1p53;

  private static final long MASK = (1L << 40) - 1;
  private static final int SHIFT = 40;

  private final long[] whole;

  /** In units of 2^-40, always below 1; not made as long as all numbers are whole. */
  private long @Nullable [] fraction;

  private final long[] present;

  ExactSums(int size) {
    whole = new long[size];
    present = new long[(size + Long.SIZE - 1) / Long.SIZE];
  }

  /**
   * Adds a number.
   *
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when it is so large that it cannot be a
   *     count
   */
  void add(int place, double number) {
    double floor = Math.floor(number);
    if (!(Math.abs(floor) < LARGEST)) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          "A row counts %s, which is too much to be added up.".formatted(number));
    }
    add(place, (long) floor, floor == number ? 0 : (long) Math.rint((number - floor) * UNIT));
  }

  /** Adds what has been added to a place of others; nothing if nothing has. */
  void addSum(int place, ExactSums others, int otherPlace) {
    if (others.isPresent(otherPlace)) {
      add(
          place,
          others.whole[otherPlace],
          others.fraction == null ? 0 : others.fraction[otherPlace]);
    }
  }

  private void add(int place, long wholePart, long units) {
    present[place >> 6] |= 1L << place;
    whole[place] += wholePart;
    if (units != 0) {
      long[] fractions = fraction == null ? new long[whole.length] : fraction;
      fraction = fractions;
      long sum = fractions[place] + units;
      whole[place] += sum >> SHIFT;
      fractions[place] = sum & MASK;
    }
  }

  /** Whether anything was added. */
  boolean isPresent(int place) {
    return (present[place >> 6] >> place & 1) != 0;
  }

  /** The sum; 0 where nothing was added. */
  double value(int place) {
    return whole[place] + (fraction == null ? 0 : fraction[place] / UNIT);
  }

  /** The sum; empty where nothing was added. */
  OptionalDouble sum(int place) {
    return isPresent(place) ? OptionalDouble.of(value(place)) : OptionalDouble.empty();
  }
}

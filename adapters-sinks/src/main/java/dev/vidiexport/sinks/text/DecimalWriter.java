package dev.vidiexport.sinks.text;

/**
 * Writes decimals of up to fifteen digits, such as {@code 68.4}, much faster than {@link
 * Double#toString(double)}. A number that came as a decimal of so many digits is written with those
 * digits, without zeros at their end.
 */
final class DecimalWriter {
  /** Stands for a number that is not written here. */
  static final int NOT_WRITTEN = -1;

  /** Sign, point, fifteen digits and three zeros before them. */
  static final int LONGEST = 20;

  private static final int MOST_DIGITS = 15;

  /** From here on, and below the other bound, an exponent would be written. */
  private static final double TOO_LARGE = 1e7;

  private static final double TOO_SMALL = 1e-3;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
  };

  private DecimalWriter() {}

  /**
   * Writes a number into an array that has room for it.
   *
   * @return the index after the last digit, or {@link #NOT_WRITTEN}
   */
  static int write(double number, byte[] into, int at) {
    double magnitude = Math.abs(number);
    boolean isZero = magnitude == 0;
    if (!isZero && !(magnitude >= TOO_SMALL && magnitude < TOO_LARGE)) {
      return NOT_WRITTEN;
    }
    int fractionDigits = isZero ? 1 : MOST_DIGITS - integerDigits(magnitude);
    double power = POWERS_OF_TEN[fractionDigits];
    long digits = (long) (magnitude * power + 0.5);
    // Both are exact in a double, so their quotient is the double nearest to these digits.
    if (digits / power != magnitude) {
      return NOT_WRITTEN;
    }
    boolean negative = Double.doubleToRawLongBits(number) < 0;
    return write(negative, digits, fractionDigits, into, at);
  }

  /** How many digits stand before the point; each zero behind it counts as one less than none. */
  private static int integerDigits(double magnitude) {
    int digits = -2;
    double limit = 1e-2;
    while (magnitude >= limit) {
      limit *= 10;
      digits++;
    }
    return digits;
  }

  private static int write(boolean negative, long digits, int fractionDigits, byte[] into, int at) {
    long rest = digits;
    int left = fractionDigits;
    while (left > 1 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    int next = at;
    if (negative) {
      into[next++] = '-';
    }
    long power = (long) POWERS_OF_TEN[left];
    next = WholeNumberWriter.write(rest / power, into, next);
    into[next] = '.';
    long fraction = rest % power;
    for (int index = next + left; index > next; index--) {
      into[index] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    return next + left + 1;
  }
}

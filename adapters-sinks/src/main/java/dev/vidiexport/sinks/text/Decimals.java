package dev.vidiexport.sinks.text;

/**
 * Writes decimals of few digits, such as {@code 68.4}, as {@link Double#toString(double)} does, and
 * much faster.
 */
final class Decimals {
  /** Stands for a number that is not written here. */
  static final int NOT_SHORT = -1;

  /** Sign, seven digits, point, four digits. */
  static final int LONGEST_SHORT = 13;

  private static final int MOST_FRACTION_DIGITS = 4;

  /** From here on, and below the other bound, an exponent would be written. */
  private static final double TOO_LARGE = 1e7;

  private static final double TOO_SMALL = 1e-3;

  private Decimals() {}

  /**
   * Writes a number into an array that has room for it.
   *
   * @return the index behind the last digit, or {@link #NOT_SHORT} when nothing was written
   */
  static int writeShort(double number, byte[] into, int at) {
    double magnitude = Math.abs(number);
    if (!(magnitude >= TOO_SMALL && magnitude < TOO_LARGE)) {
      return NOT_SHORT;
    }
    int power = 1;
    for (int fractionDigits = 1; fractionDigits <= MOST_FRACTION_DIGITS; fractionDigits++) {
      power *= 10;
      long digits = Math.round(magnitude * power);
      // Both are exact in a double, so their quotient is the double nearest to these digits.
      if ((double) digits / power == magnitude) {
        return write(number < 0, digits, power, fractionDigits, into, at);
      }
    }
    return NOT_SHORT;
  }

  private static int write(
      boolean negative, long digits, int power, int fractionDigits, byte[] into, int at) {
    int next = at;
    if (negative) {
      into[next++] = '-';
    }
    next = Digits.write(digits / power, into, next);
    into[next] = '.';
    long fraction = digits % power;
    for (int index = next + fractionDigits; index > next; index--) {
      into[index] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    return next + fractionDigits + 1;
  }
}

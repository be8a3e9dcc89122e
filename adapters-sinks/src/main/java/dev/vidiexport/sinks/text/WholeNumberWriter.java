package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes whole numbers in decimal digits, as {@link Long#toString(long)} does. */
final class WholeNumberWriter {
  private static final byte[] LEAST = Long.toString(Long.MIN_VALUE).getBytes(US_ASCII);

  private static final int BILLION = 1_000_000_000;
  private static final int DIGITS_BELOW_BILLION = 9;

  private WholeNumberWriter() {}

  /**
   * Writes a number into an array that has room for it.
   *
   * @return the index after the last digit
   */
  static int write(long number, byte[] into, int at) {
    if (number == Long.MIN_VALUE) {
      System.arraycopy(LEAST, 0, into, at, LEAST.length);
      return at + LEAST.length;
    }
    int begin = at;
    long rest = number;
    if (number < 0) {
      into[begin++] = '-';
      rest = -number;
    }
    return rest <= Integer.MAX_VALUE
        ? writeSmall((int) rest, into, begin)
        : writeLarge(rest, into, begin);
  }

  private static int writeSmall(int number, byte[] into, int at) {
    int end = at + countSmall(number);
    int rest = number;
    int index = end;
    while (index > at + 1) {
      int pair = rest % 100;
      rest /= 100;
      into[--index] = (byte) ('0' + pair % 10);
      into[--index] = (byte) ('0' + pair / 10);
    }
    if (index > at) {
      into[at] = (byte) ('0' + rest);
    }
    return end;
  }

  private static int writeLarge(long number, byte[] into, int at) {
    long high = number / BILLION;
    int end =
        high <= Integer.MAX_VALUE ? writeSmall((int) high, into, at) : writeLarge(high, into, at);
    int rest = (int) (number % BILLION);
    for (int index = end + DIGITS_BELOW_BILLION - 1; index >= end; index--) {
      into[index] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end + DIGITS_BELOW_BILLION;
  }

  private static int countSmall(int number) {
    if (number < 100) {
      return number < 10 ? 1 : 2;
    }
    if (number < 10_000) {
      return number < 1_000 ? 3 : 4;
    }
    int digits = 5;
    for (long limit = 100_000; number >= limit; limit *= 10) {
      digits++;
    }
    return digits;
  }
}

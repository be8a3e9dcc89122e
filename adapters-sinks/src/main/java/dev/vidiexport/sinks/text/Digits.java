package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes whole numbers in decimal digits, as {@link Long#toString(long)} does. */
final class Digits {
  private static final byte[] LEAST = Long.toString(Long.MIN_VALUE).getBytes(US_ASCII);

  private Digits() {}

  /**
   * Writes a number into an array that has room for it.
   *
   * @return the index behind the last digit
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
    int end = begin + count(rest);
    int index = end;
    while (rest > Integer.MAX_VALUE) {
      into[--index] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    // Smaller numbers divide faster.
    int small = (int) rest;
    do {
      into[--index] = (byte) ('0' + small % 10);
      small /= 10;
    } while (index > begin);
    return end;
  }

  private static int count(long magnitude) {
    int digits = 1;
    for (long limit = 10; digits < 19 && magnitude >= limit; limit *= 10) {
      digits++;
    }
    return digits;
  }
}

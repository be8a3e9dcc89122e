package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Tells which texts need quotes: those that are empty, hold the delimiter, a quote, CR or LF, or
 * have a space at an edge. Looks at eight bytes at a time. Immutable.
 */
final class FieldQuotes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final byte[] delimiter;

  /** The delimiter's first byte, eight times. */
  private final long delimiters;

  FieldQuotes(char delimiter) {
    this.delimiter = String.valueOf(delimiter).getBytes(UTF_8);
    this.delimiters = (this.delimiter[0] & 0xFF) * EACH_BYTE;
  }

  /** Whether a text of these bytes of UTF-8 needs quotes. */
  boolean areNeeded(byte[] utf8, int begin, int end) {
    if (begin == end || utf8[begin] == ' ' || utf8[end - 1] == ' ') {
      return true;
    }
    int at = begin;
    while (at <= end - Long.BYTES) {
      if (mayHoldSpecial((long) LONGS.get(utf8, at))) {
        break;
      }
      at += Long.BYTES;
    }
    while (at < end && !isSpecial(utf8, at, end)) {
      at++;
    }
    return at < end;
  }

  /** Never misses one; a delimiter of several bytes may turn out to be another character. */
  private boolean mayHoldSpecial(long eight) {
    long found =
        zeroes(eight ^ '"' * EACH_BYTE)
            | zeroes(eight ^ delimiters)
            | zeroes(eight ^ '\n' * EACH_BYTE)
            | zeroes(eight ^ '\r' * EACH_BYTE);
    return found != 0;
  }

  private boolean isSpecial(byte[] utf8, int at, int end) {
    byte found = utf8[at];
    return found == '"' || found == '\r' || found == '\n' || isDelimiter(utf8, at, end);
  }

  private boolean isDelimiter(byte[] utf8, int at, int end) {
    int behind = at + delimiter.length;
    return utf8[at] == delimiter[0]
        && behind <= end
        && Arrays.equals(utf8, at, behind, delimiter, 0, delimiter.length);
  }

  /** The high bit of the first byte that is zero; further ones may be wrong. */
  private static long zeroes(long eight) {
    return (eight - EACH_BYTE) & ~eight & HIGH_BITS;
  }
}

package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Tells which texts need quotes: those that are empty, hold the delimiter, a quote, CR or LF, or
 * have a space at an edge. Looks at eight bytes at a time. Immutable.
 */
final class FieldQuotes {
  private static final long QUOTES = EightBytes.each('"');
  private static final long LINE_FEEDS = EightBytes.each('\n');
  private static final long CARRIAGE_RETURNS = EightBytes.each('\r');

  private final byte[] delimiter;

  /** The delimiter's first byte, eight times. */
  private final long delimiters;

  FieldQuotes(char delimiter) {
    this.delimiter = String.valueOf(delimiter).getBytes(UTF_8);
    this.delimiters = EightBytes.each(this.delimiter[0]);
  }

  /** Whether a text of these bytes of UTF-8 needs quotes. */
  boolean areNeeded(byte[] utf8, int begin, int end) {
    if (begin == end || utf8[begin] == ' ' || utf8[end - 1] == ' ') {
      return true;
    }
    int at = begin;
    while (at <= end - Long.BYTES) {
      if (mayHoldSpecial(EightBytes.at(utf8, at))) {
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
        EightBytes.zeroes(eight ^ QUOTES)
            | EightBytes.zeroes(eight ^ delimiters)
            | EightBytes.zeroes(eight ^ LINE_FEEDS)
            | EightBytes.zeroes(eight ^ CARRIAGE_RETURNS);
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
}

package dev.vidiexport.http.answers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads numbers, literals and texts that are written plainly, and the white space between them. The
 * bytes are UTF-8, and the last of them is followed by a zero, at which every search ends.
 */
final class PlainScalar {
  /** More bytes are needed to tell. */
  static final int INCOMPLETE = -1;

  /** It is not plain, whether or not it is JSON. */
  static final int NOT_PLAIN = -2;

  private static final int LONGEST_NUMBER = 100;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_HALVES = 0xf0f0_f0f0_f0f0_f0f0L;
  private static final long THREES = 0x3030_3030_3030_3030L;
  private static final long SIXES = 0x0606_0606_0606_0606L;

  private PlainScalar() {}

  /**
   * Reads a value of JSON that is neither an object nor an array; a text without escapes.
   *
   * @param begin where its first byte stands
   * @param end where the bytes end, and the zero is
   * @return the index after the value, {@link #INCOMPLETE} or {@link #NOT_PLAIN}
   */
  static int read(byte[] bytes, int begin, int end) {
    return switch (bytes[begin]) {
      case '"' -> readText(bytes, begin + 1, end);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber(bytes, begin, end);
      case 'n' -> readWord("null", bytes, begin, end);
      case 't' -> readWord("true", bytes, begin, end);
      case 'f' -> readWord("false", bytes, begin, end);
      default -> stoppedAt(begin, end);
    };
  }

  /** Reads the words for numbers that are not finite, too. */
  static int readAny(byte[] bytes, int begin, int end) {
    return switch (bytes[begin]) {
      case 'N' -> readWord("NaN", bytes, begin, end);
      case 'I' -> readWord("Infinity", bytes, begin, end);
      case '-' ->
          bytes[begin + 1] == 'I'
              ? readWord("-Infinity", bytes, begin, end)
              : readNumber(bytes, begin, end);
      default -> read(bytes, begin, end);
    };
  }

  private static int readText(byte[] bytes, int begin, int end) {
    int quote = UnescapedText.end(bytes, begin, end);
    return bytes[quote] == '"' ? quote + 1 : stoppedAt(quote, end);
  }

  private static int readNumber(byte[] bytes, int begin, int end) {
    int at = bytes[begin] == '-' ? begin + 1 : begin;
    int digits = at;
    at = skipDigits(bytes, at);
    if (at == digits || (bytes[digits] == '0' && at > digits + 1)) {
      return stoppedAt(at, end);
    }
    if (bytes[at] == '.') {
      int fraction = at + 1;
      at = skipDigits(bytes, fraction);
      if (at == fraction) {
        return stoppedAt(at, end);
      }
    }
    if (bytes[at] == 'e' || bytes[at] == 'E') {
      at++;
      if (bytes[at] == '+' || bytes[at] == '-') {
        at++;
      }
      int exponent = at;
      at = skipDigits(bytes, exponent);
      if (at == exponent) {
        return stoppedAt(at, end);
      }
    }
    if (at == end) {
      return INCOMPLETE;
    }
    return at - begin > LONGEST_NUMBER ? NOT_PLAIN : at;
  }

  private static int readWord(String word, byte[] bytes, int begin, int end) {
    for (int index = 0; index < word.length(); index++) {
      if (bytes[begin + index] != word.charAt(index)) {
        return stoppedAt(begin + index, end);
      }
    }
    return begin + word.length();
  }

  /** Goes eight bytes at a time: how long a number is, is not to be foretold. */
  private static int skipDigits(byte[] bytes, int from) {
    int at = from;
    while (at + Long.BYTES <= bytes.length) {
      int digits = leadingDigits((long) LONGS.get(bytes, at));
      at += digits;
      if (digits < Long.BYTES) {
        return at;
      }
    }
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  /** How many of eight bytes, the first of which is the lowest, are digits before another comes. */
  private static int leadingDigits(long eight) {
    // A digit has a 3 above, and what is below grows by 6 without reaching another 3's place.
    long others = ((eight & HIGH_HALVES) ^ THREES) | (((eight + SIXES) & HIGH_HALVES) ^ THREES);
    return Long.numberOfTrailingZeros(others) / Byte.SIZE;
  }

  /** Where the white space ends that may stand at an index. */
  static int skipSpace(byte[] bytes, int from) {
    int at = bytes[from] == ' ' ? from + 1 : from;
    while (bytes[at] <= ' ' && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  /** What is to be said of a byte that does not belong there: there may be no byte yet. */
  static int stoppedAt(int at, int end) {
    return at >= end ? INCOMPLETE : NOT_PLAIN;
  }
}

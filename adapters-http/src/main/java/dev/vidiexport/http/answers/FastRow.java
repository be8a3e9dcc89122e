package dev.vidiexport.http.answers;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.Arrays;

/**
 * Reads one row that is written plainly: known keys, and as values numbers, literals and texts
 * without escapes. It takes nothing that the parser would not take, and leaves much that is:
 * whatever it does not know at a glance is for the parser. Not thread-safe.
 *
 * <p>The bytes are UTF-8, and the last of them is followed by a zero, at which every search ends.
 */
final class FastRow {
  /** More bytes are needed to tell. */
  static final int INCOMPLETE = -1;

  /** The row is not plain. */
  static final int NOT_PLAIN = -2;

  private static final int LONGEST_NUMBER = 100;

  private final UnescapedKeys keys;
  private final SeparatorCache separators = new SeparatorCache();
  private int[] columns = new int[16];
  private int[] begins = new int[16];
  private int[] ends = new int[16];
  private int values;

  private byte[] bytes = {};
  private int end;

  FastRow(UnescapedKeys keys) {
    this.keys = keys;
  }

  /**
   * Reads a comma and the row after it.
   *
   * @param from where the comma should stand, or the white space before it
   * @param end where the bytes end, and the zero is
   * @return the index after the row, {@link #INCOMPLETE} or {@link #NOT_PLAIN}
   */
  int read(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    values = 0;
    int key = UnescapedKeys.UNKNOWN;
    int at = from;
    while (true) {
      int begin = separators.behind(values, bytes, at, end);
      if (begin != SeparatorCache.UNKNOWN) {
        key = separators.key(values);
        // More white space than before is no other separator.
        begin = skipSpace(begin);
      } else {
        int opening = findKey(at);
        key = opening < 0 ? UnescapedKeys.UNKNOWN : keys.find(bytes, opening, end, key);
        begin = skipKey(opening, key);
        if (begin < 0) {
          return begin;
        }
        separators.learn(values, key, bytes, at, begin);
      }
      at = readValue(begin);
      if (at < 0) {
        return at;
      }
      add(keys.column(key), begin, at);
      int close = skipSpace(at);
      if (bytes[close] == '}') {
        return close + 1;
      }
    }
  }

  /** Goes to where the next key should begin. */
  private int findKey(int from) {
    int at = skipSpace(from);
    if (bytes[at] != ',') {
      return stoppedAt(at);
    }
    at = skipSpace(at + 1);
    if (values > 0) {
      return at;
    }
    return bytes[at] == '{' ? skipSpace(at + 1) : stoppedAt(at);
  }

  /** Continues after a key and its colon. */
  private int skipKey(int opening, int key) {
    if (opening < 0) {
      return opening;
    }
    if (key == UnescapedKeys.UNKNOWN) {
      return mayGoOn(opening) ? INCOMPLETE : NOT_PLAIN;
    }
    int at = skipSpace(opening + keys.length(key));
    return bytes[at] == ':' ? skipSpace(at + 1) : stoppedAt(at);
  }

  /** Whether a key there may continue after the last byte. */
  private boolean mayGoOn(int opening) {
    return opening >= end
        || (bytes[opening] == '"' && UnescapedText.end(bytes, opening + 1, end) == end);
  }

  private int readValue(int begin) {
    return switch (bytes[begin]) {
      case '"' -> readText(begin + 1);
      case '-' -> bytes[begin + 1] == 'I' ? readLiteral("-Infinity", begin) : readNumber(begin);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber(begin);
      case 'n' -> readLiteral("null", begin);
      case 't' -> readLiteral("true", begin);
      case 'f' -> readLiteral("false", begin);
      case 'N' -> readLiteral("NaN", begin);
      case 'I' -> readLiteral("Infinity", begin);
      default -> stoppedAt(begin);
    };
  }

  private int readText(int begin) {
    int quote = UnescapedText.end(bytes, begin, end);
    return bytes[quote] == '"' ? quote + 1 : stoppedAt(quote);
  }

  private int readNumber(int begin) {
    int at = bytes[begin] == '-' ? begin + 1 : begin;
    int digits = at;
    at = skipDigits(at);
    if (at == digits || (bytes[digits] == '0' && at > digits + 1)) {
      return stoppedAt(at);
    }
    if (bytes[at] == '.') {
      int fraction = at + 1;
      at = skipDigits(fraction);
      if (at == fraction) {
        return stoppedAt(at);
      }
    }
    if (bytes[at] == 'e' || bytes[at] == 'E') {
      at++;
      if (bytes[at] == '+' || bytes[at] == '-') {
        at++;
      }
      int exponent = at;
      at = skipDigits(exponent);
      if (at == exponent) {
        return stoppedAt(at);
      }
    }
    if (at == end) {
      return INCOMPLETE;
    }
    return at - begin > LONGEST_NUMBER ? NOT_PLAIN : at;
  }

  private int readLiteral(String literal, int begin) {
    for (int index = 0; index < literal.length(); index++) {
      if (bytes[begin + index] != literal.charAt(index)) {
        return stoppedAt(begin + index);
      }
    }
    return begin + literal.length();
  }

  private void add(int column, int begin, int valueEnd) {
    if (values == columns.length) {
      int room = values * 2;
      columns = Arrays.copyOf(columns, room);
      begins = Arrays.copyOf(begins, room);
      ends = Arrays.copyOf(ends, room);
    }
    columns[values] = column;
    begins[values] = begin;
    ends[values] = valueEnd;
    values++;
  }

  private int skipSpace(int from) {
    int at = from;
    while (bytes[at] <= ' ' && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  private int skipDigits(int from) {
    int at = from;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private int stoppedAt(int at) {
    return at >= end ? INCOMPLETE : NOT_PLAIN;
  }

  /** Hands on the row read last. */
  void handTo(RowReceiver receiver) {
    for (int index = 0; index < values; index++) {
      ValueKind kind = kind(begins[index]);
      int quote = kind == ValueKind.TEXT ? 1 : 0;
      int begin = begins[index] + quote;
      int length = kind == ValueKind.NULL ? 0 : ends[index] - quote - begin;
      receiver.value(columns[index], kind, bytes, begin, length);
    }
  }

  private ValueKind kind(int begin) {
    return switch (bytes[begin]) {
      case '"' -> ValueKind.TEXT;
      case 'n' -> ValueKind.NULL;
      case 't', 'f' -> ValueKind.BOOLEAN;
      case 'N', 'I' -> ValueKind.NON_FINITE;
      case '-' -> bytes[begin + 1] == 'I' ? ValueKind.NON_FINITE : ValueKind.NUMBER;
      default -> ValueKind.NUMBER;
    };
  }
}

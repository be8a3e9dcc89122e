package dev.vidiexport.http;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.table.ValueKind;
import java.util.Arrays;

/**
 * Reads one row that is written plainly: known keys, and as values numbers, literals and texts
 * without escapes. It takes nothing that is not JSON, and leaves much that is: whatever it does not
 * know at a glance is for the parser. Not thread-safe.
 *
 * <p>The bytes are UTF-8, and behind the last of them stands a zero, at which every search ends.
 */
final class PlainRow {
  /** More bytes are needed to tell. */
  static final int INCOMPLETE = -1;

  /** The row is not plain. */
  static final int NOT_PLAIN = -2;

  private static final int LONGEST_NUMBER = 100;

  private final PlainKeys keys;
  private int[] columns = new int[16];
  private ValueKind[] kinds = new ValueKind[16];
  private int[] begins = new int[16];
  private int[] ends = new int[16];
  private int values;

  private byte[] bytes = {};
  private int end;

  PlainRow(PlainKeys keys) {
    this.keys = keys;
  }

  /**
   * Reads a comma and the row behind it.
   *
   * @param from where the comma should stand, or the white space before it
   * @param end where the bytes end, and the zero stands
   * @return the index behind the row, {@link #INCOMPLETE} or {@link #NOT_PLAIN}
   */
  int read(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    values = 0;
    keys.rewind();
    int at = skipSpace(from);
    if (bytes[at] != ',') {
      return stoppedAt(at);
    }
    at = skipSpace(at + 1);
    if (bytes[at] != '{') {
      return stoppedAt(at);
    }
    do {
      at = readEntry(skipSpace(at + 1));
      if (at < 0) {
        return at;
      }
      at = skipSpace(at);
    } while (bytes[at] == ',');
    return bytes[at] == '}' ? at + 1 : stoppedAt(at);
  }

  private int readEntry(int from) {
    if (bytes[from] != '"' || !keys.find(bytes, from, end)) {
      return isNear(from) ? INCOMPLETE : NOT_PLAIN;
    }
    int at = skipSpace(from + keys.length());
    if (bytes[at] != ':') {
      return stoppedAt(at);
    }
    int begin = skipSpace(at + 1);
    return readValue(begin);
  }

  private int readValue(int begin) {
    return switch (bytes[begin]) {
      case '"' -> addText(begin + 1);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> addNumber(begin);
      case 'n' -> addLiteral(ValueKind.NULL, "null", begin, begin);
      case 't' -> addLiteral(ValueKind.BOOLEAN, "true", begin, begin + 4);
      case 'f' -> addLiteral(ValueKind.BOOLEAN, "false", begin, begin + 5);
      default -> stoppedAt(begin);
    };
  }

  private int addText(int begin) {
    int quote = skipText(begin);
    if (bytes[quote] != '"') {
      return stoppedAt(quote);
    }
    add(ValueKind.TEXT, begin, quote);
    return quote + 1;
  }

  private int addNumber(int begin) {
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
    if (at - begin > LONGEST_NUMBER) {
      return NOT_PLAIN;
    }
    add(ValueKind.NUMBER, begin, at);
    return at;
  }

  private int addLiteral(ValueKind kind, String literal, int begin, int valueEnd) {
    for (int index = 0; index < literal.length(); index++) {
      if (bytes[begin + index] != literal.charAt(index)) {
        return stoppedAt(begin + index);
      }
    }
    add(kind, begin, valueEnd);
    return begin + literal.length();
  }

  private void add(ValueKind kind, int begin, int valueEnd) {
    if (values == columns.length) {
      int room = values * 2;
      columns = Arrays.copyOf(columns, room);
      kinds = Arrays.copyOf(kinds, room);
      begins = Arrays.copyOf(begins, room);
      ends = Arrays.copyOf(ends, room);
    }
    columns[values] = keys.column();
    kinds[values] = kind;
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

  /** To the next quote, backslash or control character; bytes beyond ASCII are negative. */
  private int skipText(int from) {
    int at = from;
    while (bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] & 0xE0) != 0) {
      at++;
    }
    return at;
  }

  private int stoppedAt(int at) {
    return at >= end ? INCOMPLETE : NOT_PLAIN;
  }

  /** Whether a key that stands there may go on behind the last byte. */
  private boolean isNear(int from) {
    return from >= end || (bytes[from] == '"' && skipText(from + 1) == end);
  }

  /** Hands the row read last on. */
  void handTo(RowReceiver receiver) {
    for (int index = 0; index < values; index++) {
      receiver.value(
          columns[index], kinds[index], bytes, begins[index], ends[index] - begins[index]);
    }
  }
}

package dev.vidiexport.http.answers;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.Arrays;

/**
 * Reads one row that is written plainly: known keys, and as values numbers, literals, texts without
 * escapes, and objects and arrays that are plain themselves. It takes nothing that the parser would
 * not take, and leaves much that is: whatever it does not know at a glance is for the parser. Not
 * thread-safe.
 *
 * <p>The bytes are UTF-8, and the last of them is followed by a zero, at which every search ends.
 */
final class FastRow {
  private final UnescapedKeys keys;
  private final SeparatorCache separators = new SeparatorCache();
  private final NestedCopies copies = new NestedCopies();
  private final PlainNested nested = new PlainNested(copies);
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
   * @return the index after the row, {@link PlainScalar#INCOMPLETE} or {@link
   *     PlainScalar#NOT_PLAIN}
   */
  int read(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    values = 0;
    copies.clear();
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
      return mayGoOn(opening) ? PlainScalar.INCOMPLETE : PlainScalar.NOT_PLAIN;
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
    return isNested(begin)
        ? nested.read(bytes, begin, end)
        : PlainScalar.readAny(bytes, begin, end);
  }

  private boolean isNested(int begin) {
    return bytes[begin] == '[' || bytes[begin] == '{';
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
    return PlainScalar.skipSpace(bytes, from);
  }

  private int stoppedAt(int at) {
    return PlainScalar.stoppedAt(at, end);
  }

  /** Hands on the row read last. */
  void handTo(RowReceiver receiver) {
    int nestedValues = 0;
    for (int index = 0; index < values; index++) {
      if (isNested(begins[index])) {
        handNested(receiver, columns[index], nestedValues++);
      } else {
        handScalar(receiver, index);
      }
    }
  }

  private void handNested(RowReceiver receiver, int column, int value) {
    receiver.value(
        column, ValueKind.NESTED, copies.array(), copies.offset(value), copies.length(value));
  }

  private void handScalar(RowReceiver receiver, int index) {
    ValueKind kind = kind(begins[index]);
    int quote = kind == ValueKind.TEXT ? 1 : 0;
    int begin = begins[index] + quote;
    int length = kind == ValueKind.NULL ? 0 : ends[index] - quote - begin;
    receiver.value(columns[index], kind, bytes, begin, length);
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

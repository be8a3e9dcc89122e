package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The keys that rows are known to have, as they stand in a body when they are written without
 * escapes. Rows mostly have the same keys in the same order, so the one that follows the key found
 * last is tried first. Not thread-safe.
 */
final class PlainKeys {
  /** With more keys than these, looking for one would take longer than parsing it. */
  static final int USUAL_MOST = 1000;

  private static final int UNKNOWN = -1;

  private final int most;
  private byte[][] quoted = new byte[16][];
  private int[] columns = new int[16];
  private int size;
  private int found = UNKNOWN;

  /** Knows no key yet, and never more than these. */
  PlainKeys(int most) {
    this.most = most;
  }

  /** Remembers a key, if it can be written without escapes. */
  void add(String key, int column) {
    boolean isPlain = key.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
    if (!isPlain || size == most) {
      return;
    }
    if (size == columns.length) {
      quoted = Arrays.copyOf(quoted, size * 2);
      columns = Arrays.copyOf(columns, size * 2);
    }
    quoted[size] = ('"' + key + '"').getBytes(UTF_8);
    columns[size] = column;
    size++;
  }

  /**
   * Looks for the key whose opening quote stands at an index.
   *
   * @return whether it is known; {@link #column} and {@link #length} then tell of it
   */
  boolean find(byte[] bytes, int from, int end) {
    for (int tried = 0; tried < size; tried++) {
      found = found + 1 < size ? found + 1 : 0;
      byte[] key = quoted[found];
      if (from + key.length <= end
          && Arrays.equals(bytes, from, from + key.length, key, 0, key.length)) {
        return true;
      }
    }
    return false;
  }

  /** The column of the key found. */
  int column() {
    return columns[found];
  }

  /** How many bytes the key found takes, its quotes included. */
  int length() {
    return quoted[found].length;
  }

  /** A row begins: the first key is tried first. */
  void rewind() {
    found = UNKNOWN;
  }
}

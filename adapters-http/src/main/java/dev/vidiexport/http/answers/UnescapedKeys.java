package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The keys that rows are known to have, as they stand in a body when they are written without
 * escapes; each has an index. Not thread-safe.
 */
final class UnescapedKeys {
  /** With more keys than these, looking for one would take longer than parsing it. */
  static final int USUAL_MOST = 1000;

  /** Stands for a key that is not known. */
  static final int UNKNOWN = -1;

  private final int most;
  private byte[][] quoted = new byte[16][];
  private int[] columns = new int[16];
  private int size;

  /** Knows no key yet, and never more than these. */
  UnescapedKeys(int most) {
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
   * Looks for the key whose opening quote is at an index.
   *
   * @param before the key that stood before it in the row, or {@link #UNKNOWN}: keys mostly keep
   *     their order, so the one after it is tried first
   * @return the index of the key, or {@link #UNKNOWN}
   */
  int find(byte[] bytes, int from, int end, int before) {
    int tried = before;
    for (int count = 0; count < size; count++) {
      tried = tried + 1 < size ? tried + 1 : 0;
      byte[] key = quoted[tried];
      int behind = from + key.length;
      if (behind <= end && Arrays.equals(bytes, from, behind, key, 0, key.length)) {
        return tried;
      }
    }
    return UNKNOWN;
  }

  /** The column of a key. */
  int column(int key) {
    return columns[key];
  }

  /** How many bytes a key takes, its quotes included. */
  int length(int key) {
    return quoted[key].length;
  }
}

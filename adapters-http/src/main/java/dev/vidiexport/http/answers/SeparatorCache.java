package dev.vidiexport.http.answers;

import java.util.Arrays;

/**
 * What stood before each value of the rows so far, from the end of the value before it: a comma,
 * white space, a known key and its colon. Rows mostly repeat it to the byte, and one comparison
 * then covers all of it. Not thread-safe.
 */
final class SeparatorCache {
  /** Stands for a separator that is another one than before. */
  static final int UNKNOWN = -1;

  private static final int MOST_SEPARATORS = 256;
  private static final int LONGEST_BYTES = 256;

  private final byte[][] separators = new byte[MOST_SEPARATORS][];
  private final int[] keys = new int[MOST_SEPARATORS];
  private int size;

  /**
   * Compares what stands before a value.
   *
   * @param value how many values of the row came before
   * @param at where the one before ended
   * @param end where the bytes end
   * @return where the value begins, or {@link #UNKNOWN}
   */
  int behind(int value, byte[] bytes, int at, int end) {
    if (value >= size) {
      return UNKNOWN;
    }
    byte[] separator = separators[value];
    int behind = at + separator.length;
    return behind <= end && Arrays.equals(bytes, at, behind, separator, 0, separator.length)
        ? behind
        : UNKNOWN;
  }

  /** Which key stands in the separator before a value that was found behind it. */
  int key(int value) {
    return keys[value];
  }

  /** Remembers the separator before a value, in place of any other, unless it is too long. */
  void learn(int value, int key, byte[] bytes, int from, int to) {
    if (value > size || value == MOST_SEPARATORS || to - from > LONGEST_BYTES) {
      return;
    }
    separators[value] = Arrays.copyOfRange(bytes, from, to);
    keys[value] = key;
    size = Math.max(size, value + 1);
  }
}

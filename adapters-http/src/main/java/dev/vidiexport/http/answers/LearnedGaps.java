package dev.vidiexport.http.answers;

import java.util.Arrays;

/**
 * What stood before each value of the rows so far, from the end of the value before it: a comma,
 * white space, a known key and its colon. Rows mostly repeat it to the byte, and one comparison
 * then does for all of it. Not thread-safe.
 */
final class LearnedGaps {
  /** Stands for a gap that is another one than before. */
  static final int UNKNOWN = -1;

  private static final int MOST_GAPS = 256;
  private static final int LONGEST_BYTES = 256;

  private final byte[][] gaps = new byte[MOST_GAPS][];
  private final int[] keys = new int[MOST_GAPS];
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
    byte[] gap = gaps[value];
    int behind = at + gap.length;
    return behind <= end && Arrays.equals(bytes, at, behind, gap, 0, gap.length) ? behind : UNKNOWN;
  }

  /** Which key stands in the gap before a value that was found behind it. */
  int key(int value) {
    return keys[value];
  }

  /** Remembers the gap before a value, in place of any other, unless it is too long. */
  void learn(int value, int key, byte[] bytes, int from, int to) {
    if (value > size || value == MOST_GAPS || to - from > LONGEST_BYTES) {
      return;
    }
    gaps[value] = Arrays.copyOfRange(bytes, from, to);
    keys[value] = key;
    size = Math.max(size, value + 1);
  }
}

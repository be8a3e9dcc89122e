package dev.vidiexport.sinks.xlsx;

/** Which numbers are numbers for Excel. It shows and edits fifteen digits, and no subnormals. */
final class CellNumber {
  private static final long MOST_WHOLE = 999_999_999_999_999L;

  private CellNumber() {}

  /** Whether Excel shows every digit. */
  static boolean holds(long whole) {
    return whole >= -MOST_WHOLE && whole <= MOST_WHOLE;
  }

  /** Whether Excel takes it for more than zero, or for zero where it is. */
  static boolean holds(double decimal) {
    return decimal == 0 || Math.abs(decimal) >= Double.MIN_NORMAL;
  }
}

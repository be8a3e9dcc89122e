package dev.vidiexport.domain.coverage;

import java.util.Arrays;

/**
 * Where the values of a batch are copied to, and what is found of its rows. Used again for each
 * batch; for one thread.
 */
final class CoverageScratch {
  /** The values of one column, and which rows have one. */
  long[] bits = new long[0];

  boolean[] present = new boolean[0];

  /** Which place a row names, and whether it names one. */
  long[] places = new long[0];

  boolean[] isNamed = new boolean[0];

  /** In which period a row lies; in none as long as nobody reads it. */
  int[] periods = new int[0];

  /** Whether a row has a metric. */
  boolean[] isMeasured = new boolean[0];

  /** Makes room for so many rows, in which nothing was measured so far. */
  void begin(int rows) {
    if (rows > bits.length) {
      bits = new long[rows];
      present = new boolean[rows];
      places = new long[rows];
      isNamed = new boolean[rows];
      periods = new int[rows];
      Arrays.fill(periods, PeriodIndex.NONE);
      isMeasured = new boolean[rows];
    } else {
      Arrays.fill(isMeasured, 0, rows, false);
    }
  }
}

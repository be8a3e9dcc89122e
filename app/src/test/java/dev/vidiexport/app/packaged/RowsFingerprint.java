package dev.vidiexport.app.packaged;

/** Counts rows and sums up some of their values, so that two sets of rows can be told apart. */
final class RowsFingerprint {
  private long rows;
  private long sum;

  /**
   * Takes a row.
   *
   * @param veryHappy as it is written; empty for null
   */
  void add(long location, String periodStart, long dwellTime, String veryHappy) {
    rows++;
    long mood = veryHappy.isEmpty() ? 1 : Double.doubleToLongBits(Double.parseDouble(veryHappy));
    long mixed = mix(location);
    mixed = mix(mixed + periodStart.replace('T', ' ').hashCode());
    mixed = mix(mixed + dwellTime);
    // The sum makes the order of the rows count for nothing.
    sum += mix(mixed + mood);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  @Override
  public String toString() {
    return rows + " rows with the sum " + Long.toHexString(sum);
  }
}

package dev.vidiexport.domain.coverage;

/** What the rows of one place say. For one thread. */
final class PlaceTally {
  /** For each 64 periods, which of them have rows, and in which something was measured. */
  private final long[] bits;

  private final long id;
  private long rows;

  /**
   * A place of which no row is known.
   *
   * @param words how many times 64 periods there are
   */
  PlaceTally(long id, int words) {
    this.id = id;
    this.bits = new long[2 * words];
  }

  long id() {
    return id;
  }

  /** Counts a row; its period may be {@link PeriodIndex#NONE}. */
  void add(int period, boolean isMeasured) {
    rows++;
    if (period >= 0) {
      int at = (period >> 6) << 1;
      bits[at] |= 1L << period;
      bits[at + 1] |= (isMeasured ? 1L : 0L) << period;
    }
  }

  long rows() {
    return rows;
  }

  long measured(PeriodIndex periods) {
    long sum = 0;
    for (int at = 0; at < bits.length; at += 2) {
      sum += periods.weigh(at >> 1, bits[at + 1]);
    }
    return sum;
  }

  long placeholder(PeriodIndex periods) {
    long sum = 0;
    for (int at = 0; at < bits.length; at += 2) {
      sum += periods.weigh(at >> 1, bits[at] & ~bits[at + 1]);
    }
    return sum;
  }
}

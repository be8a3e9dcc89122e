package dev.vidiexport.domain.fingerprint;

import dev.vidiexport.domain.table.RowBatch;
import java.util.Arrays;

/**
 * Where the values of a batch are copied to, to be hashed, and the sums of its rows. Used again for
 * each batch; not thread-safe.
 */
final class BatchScratch {
  final TextHash hash = new TextHash();

  /** The first 64 bits of the sum of each row's cells, and the other 64. */
  long[] first = new long[0];

  long[] second = new long[0];

  /** The values of one column, and which rows have one. */
  long[] bits = new long[0];

  boolean[] present = new boolean[0];

  /** Makes room for a batch, and sets the sums of its rows to zero. */
  void begin(RowBatch batch) {
    int rows = batch.rows();
    if (rows > first.length) {
      first = new long[rows];
      second = new long[rows];
      bits = new long[rows];
      present = new boolean[rows];
    } else {
      Arrays.fill(first, 0, rows, 0);
      Arrays.fill(second, 0, rows, 0);
    }
  }
}

package dev.vidiexport.domain.fingerprint;

import dev.vidiexport.domain.table.RowBatch;
import java.util.Arrays;

/**
 * Where the values of a batch are copied to, to be hashed, and the sums of its rows. Used again for
 * each batch; not thread-safe.
 */
final class BatchScratch {
  /** What grew beyond this for a long text is given back. */
  private static final int MOST_TEXT_BYTES_KEPT = 1024 * 1024;

  private static final int FIRST_TEXT_BYTES = 1024;

  final TextHash hash = new TextHash();

  /** The first 64 bits of the sum of each row's cells, and the other 64. */
  long[] first = new long[0];

  long[] second = new long[0];

  /** The values of one column, and which rows have one. */
  long[] bits = new long[0];

  boolean[] present = new boolean[0];

  private byte[] text = new byte[FIRST_TEXT_BYTES];

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
    if (text.length > MOST_TEXT_BYTES_KEPT) {
      text = new byte[FIRST_TEXT_BYTES];
    }
  }

  /** Room for a text, and what its hash reads behind it. */
  byte[] textRoom(int length) {
    int wanted = Math.addExact(length, TextHash.SLACK);
    if (wanted > text.length) {
      text = new byte[Math.max(wanted, text.length + (text.length >> 1))];
    }
    return text;
  }
}

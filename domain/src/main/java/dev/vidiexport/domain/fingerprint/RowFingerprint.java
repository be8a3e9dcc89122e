package dev.vidiexport.domain.fingerprint;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What tells whether two answers bring the same rows: 128 bits over the rows as a multiset. The
 * order of rows and of columns does not matter; how often a row comes does. Not thread-safe.
 *
 * <p>A row is what is not null in it: the keys as received, with their values. So a column that is
 * null throughout is as one that is not there. Numbers that are not finite count as null, in
 * columns of text, too, where the words {@code NaN}, {@code Infinity} and {@code -Infinity} may be
 * such numbers: not every format can tell. Values count as what their column's type makes of them:
 * whole numbers as such, decimals by the bits of their double ({@code -0.0} is another than {@code
 * 0.0}), timestamps by the microsecond, texts and nested values by their characters, whether or not
 * they came quoted. So all formats of the same rows have the same fingerprint, and so have the rows
 * that are read back from them with the same types.
 *
 * <p>The hashes of a row's cells are summed, each half modulo 2^64, because that is blind to the
 * order of columns; a permutation of 128 bits turns the sum into the hash of the row, so that
 * nothing of it can be moved to another row unseen; and these are summed modulo 2^128, because that
 * is blind to the order of rows and counts them. Two answers that differ in a single number, truth
 * or timestamp always differ here: each step is one to one in it. Otherwise two different answers
 * agree by chance alone, for which hashes as even as these have a probability of about 2^-128 each
 * time: with a billion comparisons below one in 10^29. That holds for rows as they come. Whoever
 * wants to make rows that agree can (sums can be solved for); this guards against accidents, not
 * against forgers, for whom a file has its SHA-256.
 *
 * <p>Ledgers keep it for years: what it is of the same rows never changes.
 */
public final class RowFingerprint {
  private final List<ReceivedColumn> columns = new ArrayList<>();
  private final BatchScratch scratch = new BatchScratch();
  private long low;
  private long high;

  /**
   * Begins without rows.
   *
   * @param schema the columns of all batches
   * @param received their keys as VidiCenter sends them, in the same order
   */
  public RowFingerprint(Schema schema, List<String> received) {
    this(received.stream().map(Optional::of).toList(), schema);
  }

  private RowFingerprint() {}

  private RowFingerprint(List<Optional<String>> keys, Schema schema) {
    if (keys.size() != schema.size()) {
      throw new IllegalArgumentException(
          "received must have a key for each of %s columns, but has %s"
              .formatted(schema.size(), keys.size()));
    }
    for (int place = 0; place < schema.size(); place++) {
      if (keys.get(place).isPresent()) {
        columns.add(
            new ReceivedColumn(
                place, new CellHashes(keys.get(place).get(), schema.column(place).type())));
      }
    }
  }

  /**
   * Begins without rows. Columns that VidiCenter did not send are no part of it.
   *
   * @param schema the columns of all batches
   * @param keys as VidiCenter sends them, in the same order; empty where this program added the
   *     column
   */
  public static RowFingerprint ofKeys(Schema schema, List<Optional<String>> keys) {
    return new RowFingerprint(keys, schema);
  }

  /** What {@link #hex} is of no rows, whatever their columns are. */
  public static String ofNoRows() {
    return new RowFingerprint().hex();
  }

  private record ReceivedColumn(int place, CellHashes hashes) {}

  /** Adds rows; the batch is only read. */
  public void add(RowBatch batch) {
    scratch.begin(batch);
    for (ReceivedColumn column : columns) {
      column.hashes().addTo(scratch, batch, column.place());
    }
    for (int row = 0; row < batch.rows(); row++) {
      addRow(scratch.first[row], scratch.second[row]);
    }
  }

  /** Three rounds of a Feistel network, which is one to one whatever its functions are. */
  private void addRow(long left, long right) {
    long a = left ^ BitMixing.murmur(right + 0x9e3779b97f4a7c15L);
    long b = right ^ BitMixing.stafford(a + 0xd1b54a32d192ed03L);
    a ^= BitMixing.murmur(b + 0x8cb92ba72f3d8dd7L);
    low += a;
    high += b + (Long.compareUnsigned(low, a) < 0 ? 1 : 0);
  }

  /** The fingerprint of all rows added: 32 lower-case hexadecimal digits; of no rows all are 0. */
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(high) + format.toHexDigits(low);
  }
}

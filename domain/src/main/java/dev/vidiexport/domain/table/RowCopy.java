package dev.vidiexport.domain.table;

/**
 * Some rows of batches, copied into a batch of its own, which is used again and again after {@link
 * #clear}. Not thread-safe.
 */
public final class RowCopy {
  private final RowBatchBuilder copy;
  private final int columns;
  private byte[] text = new byte[256];

  /** Makes room for the rows of one batch at a time that has these columns. */
  public RowCopy(Schema schema) {
    this.copy = new RowBatchBuilder(schema);
    this.columns = schema.size();
  }

  /**
   * Copies neighbouring rows of a batch.
   *
   * @param from the first
   * @param to the one behind the last
   * @throws IndexOutOfBoundsException when the batch does not have them, or there is no room left
   */
  public void add(RowBatch batch, int from, int to) {
    for (int row = from; row < to; row++) {
      for (int column = 0; column < columns; column++) {
        if (!batch.isNull(row, column)) {
          put(batch, row, column);
        }
      }
      copy.endRow();
    }
  }

  private void put(RowBatch batch, int row, int column) {
    switch (copy.type(column)) {
      case WHOLE -> copy.putLong(column, batch.whole(row, column));
      case DECIMAL -> putDecimal(column, batch.decimal(row, column));
      case BOOLEAN -> copy.putBoolean(column, batch.truth(row, column));
      case TIMESTAMP -> copy.putTimestampMicros(column, batch.timestampMicros(row, column));
      case NESTED -> copy.putJson(column, text(batch, row, column), 0, length(batch, row, column));
      case TEXT -> putText(batch, row, column);
    }
  }

  private void putDecimal(int column, double value) {
    if (Double.isFinite(value)) {
      copy.putDouble(column, value);
    } else {
      copy.putNonFinite(column, value);
    }
  }

  private void putText(RowBatch batch, int row, int column) {
    byte[] utf8 = text(batch, row, column);
    int length = length(batch, row, column);
    if (batch.isQuoted(row, column)) {
      copy.putText(column, utf8, 0, length);
    } else {
      copy.putJson(column, utf8, 0, length);
    }
  }

  private static int length(RowBatch batch, int row, int column) {
    return batch.textLength(row, column);
  }

  private byte[] text(RowBatch batch, int row, int column) {
    int length = length(batch, row, column);
    if (length > text.length) {
      text = new byte[Math.max(length, 2 * text.length)];
    }
    batch.copyText(row, column, text, 0);
    return text;
  }

  /** The rows copied so far; the same object always, and valid until {@link #clear}. */
  public RowBatch batch() {
    return copy.batch();
  }

  /** Forgets all rows. */
  public void clear() {
    copy.clear();
  }
}

package dev.vidiexport.domain.table;

/**
 * Copies the values of one column of a batch at once, as 64 bits each, for whoever looks at every
 * one of them: much less work than to ask for each by itself.
 */
public final class ColumnBits {
  private ColumnBits() {}

  /**
   * Copies the values of a column.
   *
   * @param column one of type {@link ColumnType#WHOLE}, {@link ColumnType#TIMESTAMP} (in
   *     microseconds), {@link ColumnType#DECIMAL} (the bits of the double) or {@link
   *     ColumnType#BOOLEAN} (1 for true, 0 for false)
   * @param bits takes the value of each row; has room for all rows of the batch, as the other has
   * @param present takes whether a row has a value; where it has none, its bits mean nothing
   * @throws IllegalArgumentException when the column holds texts or nested values
   */
  public static void copy(RowBatch batch, int column, long[] bits, boolean[] present) {
    ColumnValues values = batch.values(column);
    values.copyPresent(present, batch.rows());
    values.copyBits(bits, batch.rows());
  }
}

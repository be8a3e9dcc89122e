package dev.vidiexport.domain.table;

/** Whole numbers. */
final class WholeValues extends ColumnValues {
  private final long[] values;

  WholeValues(int maxRows) {
    super(ColumnType.WHOLE, maxRows);
    values = new long[maxRows];
  }

  void store(int row, long value) {
    values[row] = value;
    setPresent(row);
  }

  long whole(int row) {
    return values[row];
  }

  @Override
  void copyBits(long[] into, int rows) {
    System.arraycopy(values, 0, into, 0, rows);
  }
}

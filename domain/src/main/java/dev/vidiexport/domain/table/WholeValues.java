package dev.vidiexport.domain.table;

/** Whole numbers. */
final class WholeValues extends ColumnValues {
  private final long[] values;

  WholeValues(int maxRows) {
    super(ColumnType.WHOLE, maxRows);
    values = new long[maxRows];
  }

  @Override
  void store(int row, ValueScanner value) {
    values[row] = value.whole();
  }

  long whole(int row) {
    return values[row];
  }
}

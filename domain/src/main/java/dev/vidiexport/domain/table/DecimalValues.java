package dev.vidiexport.domain.table;

/** Decimal numbers. */
final class DecimalValues extends ColumnValues {
  private final double[] values;

  DecimalValues(int maxRows) {
    super(ColumnType.DECIMAL, maxRows);
    values = new double[maxRows];
  }

  @Override
  void store(int row, ValueScanner value) {
    values[row] = value.decimal();
  }

  double decimal(int row) {
    return values[row];
  }
}

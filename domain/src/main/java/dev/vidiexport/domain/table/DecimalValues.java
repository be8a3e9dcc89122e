package dev.vidiexport.domain.table;

/** Decimal numbers. */
final class DecimalValues extends ColumnValues {
  private final double[] values;

  DecimalValues(int maxRows) {
    super(ColumnType.DECIMAL, maxRows);
    values = new double[maxRows];
  }

  void store(int row, double value) {
    values[row] = value;
    setPresent(row);
  }

  double decimal(int row) {
    return values[row];
  }

  @Override
  void copyBits(long[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = Double.doubleToRawLongBits(values[row]);
    }
  }
}

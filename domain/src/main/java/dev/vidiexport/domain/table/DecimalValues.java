package dev.vidiexport.domain.table;

import java.util.Arrays;

/** Decimal numbers. */
final class DecimalValues extends ColumnValues {
  private double[] values;

  DecimalValues(int room) {
    super(ColumnType.DECIMAL, room);
    values = new double[room];
  }

  void store(int row, double value) {
    values[row] = value;
    setPresent(row);
  }

  double decimal(int row) {
    return values[row];
  }

  @Override
  void grow(int room) {
    super.grow(room);
    values = Arrays.copyOf(values, room);
  }

  @Override
  void copyBits(long[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = Double.doubleToRawLongBits(values[row]);
    }
  }
}

package dev.vidiexport.domain.table;

import java.util.Arrays;

/** Truth values. */
final class BooleanValues extends ColumnValues {
  private boolean[] values;

  BooleanValues(int room) {
    super(ColumnType.BOOLEAN, room);
    values = new boolean[room];
  }

  void store(int row, boolean value) {
    values[row] = value;
    setPresent(row);
  }

  boolean truth(int row) {
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
      into[row] = values[row] ? 1 : 0;
    }
  }
}

package dev.vidiexport.domain.table;

import java.util.Arrays;

/** Whole numbers. */
final class WholeValues extends ColumnValues {
  private long[] values;

  WholeValues(int room) {
    super(ColumnType.WHOLE, room);
    values = new long[room];
  }

  void store(int row, long value) {
    values[row] = value;
    setPresent(row);
  }

  long whole(int row) {
    return values[row];
  }

  @Override
  void grow(int room) {
    super.grow(room);
    values = Arrays.copyOf(values, room);
  }

  @Override
  void copyBits(long[] into, int rows) {
    System.arraycopy(values, 0, into, 0, rows);
  }
}

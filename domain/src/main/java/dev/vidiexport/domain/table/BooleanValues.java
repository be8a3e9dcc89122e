package dev.vidiexport.domain.table;

/** Truth values. */
final class BooleanValues extends ColumnValues {
  private final boolean[] values;

  BooleanValues(int maxRows) {
    super(ColumnType.BOOLEAN, maxRows);
    values = new boolean[maxRows];
  }

  void store(int row, boolean value) {
    values[row] = value;
    setPresent(row);
  }

  boolean truth(int row) {
    return values[row];
  }

  @Override
  void copyBits(long[] into, int rows) {
    for (int row = 0; row < rows; row++) {
      into[row] = values[row] ? 1 : 0;
    }
  }
}

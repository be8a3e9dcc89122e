package dev.vidiexport.domain.table;

/** Truth values. */
final class BooleanValues extends ColumnValues {
  private final boolean[] values;

  BooleanValues(int maxRows) {
    super(ColumnType.BOOLEAN, maxRows);
    values = new boolean[maxRows];
  }

  @Override
  void store(int row, ValueScanner value) {
    values[row] = value.truth();
  }

  boolean truth(int row) {
    return values[row];
  }
}

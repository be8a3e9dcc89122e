package dev.vidiexport.domain.table;

import java.util.BitSet;

/** Truth values. */
final class BooleanValues extends ColumnValues {
  private final BitSet values = new BitSet();

  @Override
  int store(int row, ValueScanner value) {
    values.set(row, value.truth());
    return 0;
  }

  boolean truth(int row) {
    return values.get(row);
  }
}

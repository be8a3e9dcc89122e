package dev.vidiexport.domain.table;

import java.util.BitSet;

/** Truth values. */
final class BooleanValues extends ColumnValues {
  private final BitSet values = new BitSet();

  @Override
  void store(int row, ValueScanner value) {
    values.set(row, value.truth());
  }

  boolean truth(int row) {
    return values.get(row);
  }
}

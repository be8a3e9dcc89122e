package dev.vidiexport.domain.table;

import java.util.BitSet;

/** The values of one column of a batch; the classes that extend it hold one type each. */
abstract class ColumnValues {
  private final BitSet present = new BitSet();

  /** Makes the storage for a type. */
  static ColumnValues of(ColumnType type, int maxRows) {
    return switch (type) {
      case WHOLE -> new WholeValues(maxRows);
      case DECIMAL -> new DecimalValues(maxRows);
      case BOOLEAN -> new BooleanValues();
      case TIMESTAMP -> new TimestampValues(maxRows);
      case TEXT, NESTED -> new TextValues(maxRows);
    };
  }

  final boolean isNull(int row) {
    return !present.get(row);
  }

  /**
   * Stores the value that was just scanned; it is of a shape that this column's type takes.
   *
   * @return how many bytes it takes, beyond those that every row of the column has
   */
  final int put(int row, ValueScanner value) {
    int bytes = store(row, value);
    present.set(row);
    return bytes;
  }

  abstract int store(int row, ValueScanner value);

  /** Forgets all values. */
  void clear() {
    present.clear();
  }
}

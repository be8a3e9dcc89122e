package dev.vidiexport.domain.table;

import java.util.BitSet;

/** The values of one column of a batch; the classes that extend it hold one type each. */
abstract class ColumnValues {
  private final BitSet present = new BitSet();

  /**
   * Makes the storage for a type.
   *
   * @param texts takes the bytes of texts; shared by all columns of a batch
   */
  static ColumnValues of(ColumnType type, int maxRows, TextBytes texts) {
    return switch (type) {
      case WHOLE -> new WholeValues(maxRows);
      case DECIMAL -> new DecimalValues(maxRows);
      case BOOLEAN -> new BooleanValues();
      case TIMESTAMP -> new TimestampValues(maxRows);
      case TEXT, NESTED -> new TextValues(maxRows, texts);
    };
  }

  final boolean isNull(int row) {
    return !present.get(row);
  }

  /** Stores the value that was just scanned; it is of a shape that this column's type takes. */
  final void put(int row, ValueScanner value) {
    store(row, value);
    present.set(row);
  }

  abstract void store(int row, ValueScanner value);

  /** Forgets all values. */
  final void clear() {
    present.clear();
  }
}

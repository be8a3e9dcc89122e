package dev.vidiexport.domain.table;

import java.util.Arrays;

/** The values of one column of a batch; the classes that extend it hold one type each. */
abstract class ColumnValues {
  private final ColumnType type;
  private final int typeBit;
  private final boolean[] present;

  ColumnValues(ColumnType type, int maxRows) {
    this.type = type;
    this.typeBit = ValueShape.bit(type);
    this.present = new boolean[maxRows];
  }

  /**
   * Makes the storage for a type.
   *
   * @param texts takes the bytes of texts; shared by all columns of a batch
   */
  static ColumnValues of(ColumnType type, int maxRows, TextBytes texts) {
    return switch (type) {
      case WHOLE -> new WholeValues(maxRows);
      case DECIMAL -> new DecimalValues(maxRows);
      case BOOLEAN -> new BooleanValues(maxRows);
      case TIMESTAMP -> new TimestampValues(maxRows);
      case TEXT, NESTED -> new TextValues(type, maxRows, texts);
    };
  }

  final ColumnType type() {
    return type;
  }

  final boolean isPresent(int row) {
    return present[row];
  }

  /**
   * Stores the value that was just scanned; null stores nothing.
   *
   * @return whether this column's type takes the value; if not, nothing was stored
   */
  final boolean put(int row, ValueScanner value) {
    if (!value.fits(typeBit)) {
      return false;
    }
    if (!value.isNull()) {
      store(row, value);
      present[row] = true;
    }
    return true;
  }

  /** Stores a value that this column's type takes. */
  abstract void store(int row, ValueScanner value);

  /** Forgets all values of the first rows. */
  final void clear(int rows) {
    Arrays.fill(present, 0, rows, false);
  }
}

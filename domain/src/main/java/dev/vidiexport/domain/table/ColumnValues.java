package dev.vidiexport.domain.table;

import java.util.Arrays;

/** The values of one column of a batch; the classes that extend it hold one type each. */
abstract class ColumnValues {
  private final ColumnType type;
  private final boolean[] present;

  ColumnValues(ColumnType type, int maxRows) {
    this.type = type;
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

  /** The value of a row has been stored. */
  final void setPresent(int row) {
    present[row] = true;
  }

  final void copyPresent(boolean[] into, int rows) {
    System.arraycopy(present, 0, into, 0, rows);
  }

  /** Copies the values of the first rows, as {@link ColumnBits} says. */
  abstract void copyBits(long[] into, int rows);

  /** Forgets all values of the first rows. */
  final void clear(int rows) {
    Arrays.fill(present, 0, rows, false);
  }
}

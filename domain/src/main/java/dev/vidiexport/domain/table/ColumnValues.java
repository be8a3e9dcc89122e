package dev.vidiexport.domain.table;

import java.util.Arrays;

/** The values of one column of a batch; the classes that extend it hold one type each. */
abstract class ColumnValues {
  private final ColumnType type;
  private boolean[] present;

  ColumnValues(ColumnType type, int room) {
    this.type = type;
    this.present = new boolean[room];
  }

  /**
   * Makes the storage for a type.
   *
   * @param room how many rows it takes before it grows
   * @param texts takes the bytes of texts; shared by all columns of a batch
   */
  static ColumnValues of(ColumnType type, int room, TextBytes texts) {
    return switch (type) {
      case WHOLE -> new WholeValues(room);
      case DECIMAL -> new DecimalValues(room);
      case BOOLEAN -> new BooleanValues(room);
      case TIMESTAMP -> new TimestampValues(room);
      case TEXT, NESTED -> new TextValues(type, room, texts);
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

  /** Makes room for more rows, and keeps the values. */
  void grow(int room) {
    present = Arrays.copyOf(present, room);
  }

  /** Copies the values of the first rows, as {@link ColumnBits} says. */
  abstract void copyBits(long[] into, int rows);

  /** Forgets all values of the first rows. */
  final void clear(int rows) {
    Arrays.fill(present, 0, rows, false);
  }
}

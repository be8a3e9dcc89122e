package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.ColumnType;

/** What a value turned out to be, which decides the columns that can hold it. */
enum ValueShape {
  /** Null: any column holds it. */
  NOTHING(ColumnType.values()),
  /** A whole number within ±2^53, which a double holds exactly too. */
  WHOLE(ColumnType.WHOLE, ColumnType.DECIMAL, ColumnType.TEXT),
  /** Another whole number of 64 bits. */
  LARGE_WHOLE(ColumnType.WHOLE, ColumnType.TEXT),
  /** Another number of up to 17 significant digits, near a finite double. */
  DECIMAL(ColumnType.DECIMAL, ColumnType.TEXT),
  /** Not a number, or an infinite one. */
  NON_FINITE(ColumnType.DECIMAL, ColumnType.TEXT),
  /** True or false. */
  BOOLEAN(ColumnType.BOOLEAN, ColumnType.TEXT),
  /** A local date and time in a column that the catalogue calls a timestamp. */
  TIMESTAMP(ColumnType.TIMESTAMP, ColumnType.TEXT),
  /** An object or an array. */
  NESTED(ColumnType.NESTED, ColumnType.TEXT),
  /** Anything else: texts, and numbers that no other shape holds exactly. */
  OTHER(ColumnType.TEXT);

  /** One bit for each type, because this is asked for every value. */
  private final int types;

  ValueShape(ColumnType... types) {
    int bits = 0;
    for (ColumnType type : types) {
      bits |= bit(type);
    }
    this.types = bits;
  }

  /** Whether a column of a type holds values of this shape without loss. */
  boolean fits(ColumnType type) {
    return (types & bit(type)) != 0;
  }

  /** A bit of this shape's own. */
  int bit() {
    return bit(this);
  }

  /** The bits of all types whose columns hold values of this shape. */
  int types() {
    return types;
  }

  /** A bit for each constant of an enum. */
  @SuppressWarnings("EnumOrdinal") // kept nowhere but in memory
  static int bit(Enum<?> constant) {
    return 1 << constant.ordinal();
  }
}

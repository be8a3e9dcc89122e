package dev.vidiexport.domain.table;

/** What a value turned out to be, which decides the columns that can hold it. */
enum ValueShape {
  /** Null: any column holds it. */
  NOTHING,
  /** A whole number within ±2^53, which a double holds exactly too. */
  WHOLE,
  /** Another whole number of 64 bits. */
  LARGE_WHOLE,
  /** Another number of up to 17 significant digits, near a finite double. */
  DECIMAL,
  /** True or false. */
  BOOLEAN,
  /** A local date and time in a column that the catalogue calls a timestamp. */
  TIMESTAMP,
  /** An object or an array. */
  NESTED,
  /** Anything else: texts, and numbers that no other shape holds exactly. */
  OTHER;

  /** Whether a column of a type holds values of this shape without loss. */
  boolean fits(ColumnType type) {
    return switch (type) {
      case TEXT -> true;
      case WHOLE -> this == NOTHING || this == WHOLE || this == LARGE_WHOLE;
      case DECIMAL -> this == NOTHING || this == WHOLE || this == DECIMAL;
      case BOOLEAN -> this == NOTHING || this == BOOLEAN;
      case TIMESTAMP -> this == NOTHING || this == TIMESTAMP;
      case NESTED -> this == NOTHING || this == NESTED;
    };
  }
}

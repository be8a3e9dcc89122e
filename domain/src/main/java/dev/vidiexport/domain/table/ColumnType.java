package dev.vidiexport.domain.table;

import java.util.Locale;

/** The type of a column, as every sink sees it. Any value of any column may be null. */
public enum ColumnType {
  /** A whole number of 64 bits, signed. */
  WHOLE,
  /** A number held as the nearest double; finite, unless the sink says that it takes others. */
  DECIMAL,
  /**
   * Characters as they were received. Where a column mixes kinds, each value also tells whether it
   * came quoted (a JSON text) or bare (a number, a literal, a nested value).
   */
  TEXT,
  /** True or false. */
  BOOLEAN,
  /** A date and time without zone, to the microsecond. */
  TIMESTAMP,
  /** A JSON object or array, as JSON text without white space. */
  NESTED;

  /** The name in listings and reports: the constant's, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.vidiexport.sinks.postgresql;

import java.util.OptionalInt;

/**
 * How a column of the export meets its column of the table. Immutable.
 *
 * @param name the name of the table's column
 * @param declared its type, as PostgreSQL writes it
 * @param keeps whether it keeps the values as they are; where not, it can take nulls alone
 * @param mostCharacters the longest text that it keeps; empty where it keeps all
 */
record ColumnFit(String name, String declared, boolean keeps, OptionalInt mostCharacters) {
  /** A column that was made for its values. */
  static ColumnFit exact(String name, ColumnForm form) {
    return new ColumnFit(name, form.declaration(), true, OptionalInt.empty());
  }
}

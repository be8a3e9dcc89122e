package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.util.Locale;

/**
 * How a column of a table treats what is put into it. SQLite turns the text 007 into the number 7
 * where the column wants numbers, so not every column keeps every value.
 *
 * <p>The rule is that of SQLite's documentation, "Datatypes In SQLite", 3.1, and "STRICT Tables".
 */
enum Affinity {
  INTEGER,
  /** Types such as DATETIME and JSON: what does not look like a number stays what it is. */
  NUMERIC,
  REAL,
  TEXT,
  NONE,
  /** INTEGER of a strict table, which refuses fractions. */
  STRICT_INTEGER,
  /** BLOB of a strict table, which takes bytes alone. */
  BYTES;

  /** Whether values of a column of an export come out of such a column as they went in. */
  boolean keeps(Column column) {
    ColumnType type =
        // A day looks like a number as little as a time does.
        column.meaning() == ColumnMeaning.DATE ? ColumnType.TIMESTAMP : column.type();
    return switch (this) {
      case INTEGER -> isNumber(type);
      case NUMERIC -> isNumber(type) || type == ColumnType.TIMESTAMP || type == ColumnType.NESTED;
      // A whole number would become a double, which holds fewer digits.
      case REAL -> type == ColumnType.DECIMAL;
      // A double would become fifteen digits; a truth could not be told from a number.
      case TEXT -> type != ColumnType.DECIMAL && type != ColumnType.BOOLEAN;
      case NONE -> true;
      case STRICT_INTEGER -> isNumber(type) && type != ColumnType.DECIMAL;
      case BYTES -> false;
    };
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.WHOLE || type == ColumnType.DECIMAL || type == ColumnType.BOOLEAN;
  }

  /**
   * The affinity of a declared type.
   *
   * @param strict whether the table is one that checks its types
   */
  static Affinity of(String declared, boolean strict) {
    Affinity usual = of(declared.toUpperCase(Locale.ROOT));
    if (!strict) {
      return usual;
    }
    return switch (usual) {
      case INTEGER -> STRICT_INTEGER;
      // The one of these types that is left is ANY, which takes everything as it is.
      case NUMERIC -> NONE;
      case NONE -> BYTES;
      case REAL, TEXT, STRICT_INTEGER, BYTES -> usual;
    };
  }

  private static Affinity of(String type) {
    if (type.contains("INT")) {
      return INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.isEmpty() || type.contains("BLOB")) {
      return NONE;
    }
    return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
  }

  /** What a column for values of a type is declared as. */
  static String declaration(ColumnType type) {
    return switch (type) {
      case WHOLE -> "INTEGER";
      case DECIMAL -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case TEXT, TIMESTAMP, NESTED -> "TEXT";
    };
  }
}

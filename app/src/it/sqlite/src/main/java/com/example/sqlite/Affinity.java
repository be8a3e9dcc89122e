package com.example.sqlite;

import dev.vidiexport.domain.table.ColumnType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a column of a table treats what is put into it. SQLite turns the text 007 into the number 7
 * where the column wants numbers, so not every column keeps every value.
 *
 * <p>The rule is that of SQLite's documentation, "Datatypes In SQLite", 3.1.
 */
enum Affinity {
  INTEGER(EnumSet.of(ColumnType.WHOLE, ColumnType.BOOLEAN, ColumnType.DECIMAL)),
  NUMERIC(EnumSet.of(ColumnType.WHOLE, ColumnType.BOOLEAN, ColumnType.DECIMAL)),
  /** A whole number would become a double, which holds fewer digits. */
  REAL(EnumSet.of(ColumnType.DECIMAL)),
  /** A double would become fifteen digits; a truth could not be told from a number. */
  TEXT(EnumSet.of(ColumnType.WHOLE, ColumnType.TEXT, ColumnType.TIMESTAMP, ColumnType.NESTED)),
  NONE(EnumSet.allOf(ColumnType.class));

  private final Set<ColumnType> kept;

  Affinity(Set<ColumnType> kept) {
    this.kept = kept;
  }

  /** Whether values of a type come out of such a column as they went in. */
  boolean keeps(ColumnType type) {
    return kept.contains(type);
  }

  /** The affinity of a declared type. */
  static Affinity of(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
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

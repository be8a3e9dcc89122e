package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;

/** What the values of a column are to PostgreSQL. */
enum ColumnForm {
  WHOLE("bigint", "whole"),
  DECIMAL("double precision", "decimal"),
  BOOLEAN("boolean", "boolean"),
  LOCAL_TIME("timestamp", "timestamp"),
  MOMENT("timestamp with time zone", "UTC timestamp"),
  DAY("date", "date"),
  TEXT("text", "text"),
  /** Not jsonb, which drops repeated keys and the order of all. */
  NESTED("json", "nested");

  private final String declaration;
  private final String label;

  ColumnForm(String declaration, String label) {
    this.declaration = declaration;
    this.label = label;
  }

  static ColumnForm of(Column column) {
    return switch (column.type()) {
      case WHOLE -> WHOLE;
      case DECIMAL -> DECIMAL;
      case BOOLEAN -> BOOLEAN;
      case TIMESTAMP -> column.meaning() == ColumnMeaning.UTC ? MOMENT : LOCAL_TIME;
      case TEXT -> column.meaning() == ColumnMeaning.DATE ? DAY : TEXT;
      case NESTED -> NESTED;
    };
  }

  /** What a column for such values is declared as. */
  String declaration() {
    return declaration;
  }

  /** What messages call such a value. */
  String label() {
    return label;
  }
}

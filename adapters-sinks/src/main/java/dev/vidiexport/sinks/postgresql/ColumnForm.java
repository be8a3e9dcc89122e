package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;

/** What the values of a column are to PostgreSQL. */
enum ColumnForm {
  WHOLE("bigint"),
  DECIMAL("double precision"),
  BOOLEAN("boolean"),
  LOCAL_TIME("timestamp"),
  MOMENT("timestamp with time zone"),
  DAY("date"),
  TEXT("text"),
  /** Not jsonb, which drops repeated keys and the order of all. */
  NESTED("json");

  private final String declaration;

  ColumnForm(String declaration) {
    this.declaration = declaration;
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
}

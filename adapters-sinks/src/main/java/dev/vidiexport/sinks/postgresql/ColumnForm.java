package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;

/** What the values of a column are to PostgreSQL. */
enum ColumnForm {
  WHOLE("bigint", "int8"),
  DECIMAL("double precision", "float8"),
  BOOLEAN("boolean", "bool"),
  LOCAL_TIME("timestamp", "timestamp"),
  MOMENT("timestamp with time zone", "timestamptz"),
  DAY("date", "date"),
  TEXT("text", "text"),
  /** Not jsonb, which drops repeated keys and the order of all. */
  NESTED("json", "json");

  private final String declaration;
  private final String typeName;

  ColumnForm(String declaration, String typeName) {
    this.declaration = declaration;
    this.typeName = typeName;
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

  /** The server's own name of that type. */
  String typeName() {
    return typeName;
  }
}

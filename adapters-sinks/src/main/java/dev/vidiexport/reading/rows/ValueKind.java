package dev.vidiexport.reading.rows;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;

/** How the values of a column stand in a file: what follows from its type and its meaning. */
public enum ValueKind {
  WHOLE("whole"),
  DECIMAL("decimal"),
  BOOLEAN("boolean"),
  /** A date and time without zone. */
  TIMESTAMP("timestamp"),
  /** A date and time in UTC, with a {@code Z} where it is a text. */
  UTC("timestamp in UTC"),
  TEXT("text"),
  /** A text in batches, and {@code 2016-04-29} in files of texts. */
  DAY("date"),
  NESTED("nested");

  private final String label;

  ValueKind(String label) {
    this.label = label;
  }

  /** What messages call it. */
  public String label() {
    return label;
  }

  /** The type of a column of this kind. */
  public ColumnType type() {
    return switch (this) {
      case WHOLE -> ColumnType.WHOLE;
      case DECIMAL -> ColumnType.DECIMAL;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case TIMESTAMP, UTC -> ColumnType.TIMESTAMP;
      case TEXT, DAY -> ColumnType.TEXT;
      case NESTED -> ColumnType.NESTED;
    };
  }

  /** The meaning of a column of this kind. */
  public ColumnMeaning meaning() {
    return switch (this) {
      case UTC -> ColumnMeaning.UTC;
      case DAY -> ColumnMeaning.DATE;
      default -> ColumnMeaning.PLAIN;
    };
  }

  /** The kind of a column's values. */
  public static ValueKind of(NumberedColumn column) {
    return switch (column.type()) {
      case WHOLE -> WHOLE;
      case DECIMAL -> DECIMAL;
      case BOOLEAN -> BOOLEAN;
      case TIMESTAMP -> column.meaning() == ColumnMeaning.UTC ? UTC : TIMESTAMP;
      case TEXT -> column.meaning() == ColumnMeaning.DATE ? DAY : TEXT;
      case NESTED -> NESTED;
    };
  }

  /** The kinds of several columns, in their order. */
  public static ValueKind[] of(List<NumberedColumn> columns) {
    return columns.stream().map(ValueKind::of).toArray(ValueKind[]::new);
  }
}

package dev.vidiexport.sinks.postgresql;

import java.util.OptionalInt;

/**
 * The type of a column that exists. Immutable.
 *
 * @param declared as PostgreSQL writes it
 * @param name the server's own name of it; empty for types that are not the server's own
 * @param modifier what stands in its brackets, in the server's reckoning; -1 where nothing does
 */
record ExistingType(String declared, String name, int modifier) {
  private static final int NONE = -1;

  /** What the server adds to the length of a text. */
  private static final int HEADER = 4;

  /** Digits of a second's fraction: all that there are. */
  private static final int MICROSECONDS = 6;

  /**
   * Whether values come out of such a column as they went in, or are refused by the server. A
   * column of texts keeps the texts of numbers and times, too.
   */
  boolean keeps(ColumnForm form) {
    return switch (name) {
      case "int8", "int4", "int2" -> form == ColumnForm.WHOLE;
      case "float8" -> form == ColumnForm.DECIMAL;
      // It has no negative zero.
      case "numeric" -> modifier == NONE && form == ColumnForm.WHOLE;
      case "bool" -> form == ColumnForm.BOOLEAN;
      case "timestamp" -> form == ColumnForm.LOCAL_TIME && keepsMicroseconds();
      case "timestamptz" -> form == ColumnForm.MOMENT && keepsMicroseconds();
      case "date" -> form == ColumnForm.DAY;
      case "json" -> form == ColumnForm.NESTED;
      // A truth could not be told from a text.
      case "text" -> form != ColumnForm.BOOLEAN;
      case "varchar" -> form == ColumnForm.TEXT || (modifier == NONE && form != ColumnForm.BOOLEAN);
      default -> false;
    };
  }

  /** Whether it is the one that is declared for such values. */
  boolean isOf(ColumnForm form) {
    return name.equals(form.typeName()) && keeps(form);
  }

  private boolean keepsMicroseconds() {
    return modifier == NONE || modifier == MICROSECONDS;
  }

  /** The longest text that it keeps: the server would cut spaces at the end of a longer one. */
  OptionalInt mostCharacters() {
    return name.equals("varchar") && modifier != NONE
        ? OptionalInt.of(modifier - HEADER)
        : OptionalInt.empty();
  }
}

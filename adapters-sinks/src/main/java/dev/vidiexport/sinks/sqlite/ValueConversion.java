package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.ColumnType;
import java.util.Locale;
import java.util.Optional;

/** How values of one type become those of a wider one, in SQL. */
final class ValueConversion {
  /**
   * SQLite's own text of a double has fifteen digits, and some doubles need seventeen; a text that
   * is read as the same double is good, and the shortest is best.
   */
  private static final String SHORTEST =
      "CASE WHEN %1$s IS NULL THEN NULL"
          + " WHEN %1$s = CAST(CAST(%1$s AS TEXT) AS REAL) THEN CAST(%1$s AS TEXT)"
          + " WHEN %1$s = CAST(printf('%%!.16g', %1$s) AS REAL) THEN printf('%%!.16g', %1$s)"
          + " ELSE printf('%%!.17g', %1$s) END";

  private static final String WORD =
      "CASE %1$s WHEN 0 THEN 'false' WHEN 1 THEN 'true' ELSE CAST(%1$s AS TEXT) END";

  private ValueConversion() {}

  /**
   * The value in SQL as one of a type.
   *
   * @param declared the type of a table's column
   * @param wanted what its values are to be
   * @param value a value of that column in SQL
   * @return empty where its values do not all become such ones
   */
  static Optional<String> of(String declared, ColumnType wanted, String value) {
    String from = declared.toUpperCase(Locale.ROOT);
    String to = Affinity.declaration(wanted);
    if (from.equals(to)) {
      return Optional.of(value);
    }
    if (from.equals("INTEGER") && wanted == ColumnType.DECIMAL) {
      return Optional.of("CAST(%s AS REAL)".formatted(value));
    }
    if (wanted != ColumnType.TEXT) {
      return Optional.empty();
    }
    return switch (from) {
      case "INTEGER" -> Optional.of("CAST(%s AS TEXT)".formatted(value));
      case "REAL" -> Optional.of("(" + SHORTEST.formatted(value) + ")");
      case "BOOLEAN" -> Optional.of("(" + WORD.formatted(value) + ")");
      default -> Optional.empty();
    };
  }
}

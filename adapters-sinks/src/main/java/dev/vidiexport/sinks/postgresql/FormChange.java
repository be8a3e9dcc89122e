package dev.vidiexport.sinks.postgresql;

import java.util.Optional;

/** How values of one form become such of another, for columns whose type changes. */
final class FormChange {
  private FormChange() {}

  /**
   * What makes a value another, in SQL that does not go by the names that others may have made.
   *
   * @param value the value, in SQL
   * @return empty where the values could not be told back
   */
  static Optional<String> expression(ColumnForm from, ColumnForm to, String value) {
    if (from == to) {
      return Optional.of(value);
    }
    if (to == ColumnForm.TEXT) {
      return Optional.of(text(from, value));
    }
    return from == ColumnForm.WHOLE && to == ColumnForm.DECIMAL
        ? Optional.of("CAST(%s AS pg_catalog.float8)".formatted(value))
        : Optional.empty();
  }

  /** Times become the texts that are written where a column is one of texts from the beginning. */
  private static String text(ColumnForm from, String value) {
    return switch (from) {
      case LOCAL_TIME ->
          "pg_catalog.regexp_replace(pg_catalog.to_char(%s, 'YYYY-MM-DD HH24:MI:SS.US'), '[.]000000$', '')"
              .formatted(value);
      case MOMENT ->
          "pg_catalog.regexp_replace(pg_catalog.to_char(pg_catalog.timezone('UTC', %s), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '[.]000000Z$', 'Z')"
              .formatted(value);
      case WHOLE, DECIMAL, BOOLEAN, DAY, TEXT, NESTED ->
          "CAST(%s AS pg_catalog.text)".formatted(value);
    };
  }
}

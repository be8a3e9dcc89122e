package dev.vidiexport.app.history;

import dev.vidiexport.domain.coverage.ColumnChange;

/** What VidiCenter has changed in its keys, for people. */
final class ColumnChangeText {
  private ColumnChangeText() {}

  /** {@code viewers_hourly: since 2025-03-01 rows have a new key, "mood".} */
  static String of(String export, ColumnChange change) {
    String since = change.window().label();
    String key = change.column().received();
    if (change instanceof ColumnChange.Renamed renamed) {
      return "%s: since %s rows have \"%s\", and no longer \"%s\": it looks renamed."
          .formatted(export, since, key, renamed.from().received());
    }
    return change instanceof ColumnChange.Appeared
        ? "%s: since %s rows have a new key, \"%s\".".formatted(export, since, key)
        : "%s: since %s no row has a value of \"%s\".".formatted(export, since, key);
  }
}

package dev.vidiexport.sinks.database;

import java.util.Locale;
import java.util.stream.Stream;

/** What happens to a table that exists. */
public enum WriteMode {
  /** It is left alone, and nothing is written. */
  FAIL,
  /** It keeps its rows and gets more. */
  APPEND,
  /** It is emptied, and keeps its columns, indexes and grants. */
  REPLACE;

  /** The word of the option. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] labels() {
    return Stream.of(values()).map(WriteMode::label).toArray(String[]::new);
  }

  static WriteMode of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}

package com.example.duckdb;

import java.util.Locale;
import java.util.stream.Stream;

/** What happens to a table that exists. */
enum WriteMode {
  /** It is left alone, and nothing is written. */
  FAIL,
  /** It keeps its rows and gets more. */
  APPEND,
  /** It is emptied, and keeps its columns and indexes. */
  REPLACE;

  /** The word of the option. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] labels() {
    return Stream.of(values()).map(WriteMode::label).toArray(String[]::new);
  }

  static WriteMode of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}

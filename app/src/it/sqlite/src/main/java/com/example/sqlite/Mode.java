package com.example.sqlite;

import java.util.Locale;
import java.util.stream.Stream;

/** What happens to a table that exists. */
enum Mode {
  /** It is left alone, and nothing is written. */
  FAIL,
  /** It is dropped, with its indexes and triggers, and made again. */
  REPLACE,
  /** It keeps its rows and gets more. */
  APPEND;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] labels() {
    return Stream.of(values()).map(Mode::label).toArray(String[]::new);
  }

  static Mode of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}

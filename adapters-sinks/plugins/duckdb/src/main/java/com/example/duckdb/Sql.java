package com.example.duckdb;

/** Names and texts in SQL. */
final class Sql {
  private Sql() {}

  /** A name that stands for itself, whatever is in it but NUL. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text that stands for itself, whatever is in it but NUL. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

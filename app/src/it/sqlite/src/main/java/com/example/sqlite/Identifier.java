package com.example.sqlite;

/** Names in SQL. */
final class Identifier {
  private Identifier() {}

  /** A name that stands for itself, whatever is in it but NUL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

package com.example.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** What SQLite reports, in words for the user. */
final class Failure {
  private Failure() {}

  /**
   * The failure of a step.
   *
   * @param what what could not be done, as a clause
   */
  static IOException of(String what, SQLException failure) {
    return new IOException(
        failure instanceof SQLiteException known ? reason(what, known) : what, failure);
  }

  private static String reason(String what, SQLiteException failure) {
    // The low byte is the primary code; the others tell more of it.
    return switch (failure.getResultCode().code & 0xFF) {
      case 5, 6 -> "another program is using the database. Wait until it has ended.";
      case 8 -> "the file cannot be written to";
      case 11 -> "the database is damaged. Restore it from a copy, or write to another file.";
      case 13 -> "no space left on the device";
      case 26 -> "the file is not a SQLite database";
      default -> what + " (SQLite says: " + message(failure) + ")";
    };
  }

  private static String message(SQLiteException failure) {
    return String.valueOf(failure.getMessage()).strip();
  }
}

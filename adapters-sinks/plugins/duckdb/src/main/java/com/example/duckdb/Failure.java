package com.example.duckdb;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** What DuckDB reports, in words for the user. */
final class Failure {
  private Failure() {}

  /**
   * The failure of a step.
   *
   * @param what what could not be done, as a clause
   */
  static IOException of(String what, SQLException failure) {
    return new IOException(reason(what, String.valueOf(failure.getMessage())), failure);
  }

  // The driver tells no codes of these.
  private static String reason(String what, String said) {
    if (holds(
        said, "Could not set lock on file", "file handle conflict", "used by another process")) {
      return "another program is using the database. Wait until it has ended.";
    }
    if (holds(said, "not a valid DuckDB database file")) {
      return "the file is not a DuckDB database";
    }
    if (holds(said, "No space left on device")) {
      return "no space left on the device";
    }
    if (holds(said, "Corrupt", "Could not read enough bytes")) {
      return "the database is damaged. Restore it from a copy, or write to another file.";
    }
    if (holds(said, "Out of Memory", "could not allocate block", "failed to pin block")) {
      return what + ", as DuckDB would need more memory than it is given";
    }
    return "%s (DuckDB says: %s)".formatted(what, said.lines().findFirst().orElse("").strip());
  }

  private static boolean holds(String said, String... words) {
    return Stream.of(words).anyMatch(said::contains);
  }
}

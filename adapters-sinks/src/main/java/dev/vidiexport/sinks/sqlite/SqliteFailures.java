package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.RowsRefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SQLite reports, in words for the user. Immutable.
 *
 * @param patience how long locks are waited for
 * @param remedy what the user can do where a table does not take a row, as a sentence
 */
record SqliteFailures(Duration patience, String remedy) {
  /** Of a code of SQLite the low byte tells what went wrong; the others tell more of it. */
  private static final int PRIMARY_CODE = 0xFF;

  private static final int ERROR = 1;
  private static final int NOT_PERMITTED = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int INPUT_OUTPUT = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int LOCKING_PROTOCOL = 15;
  private static final int TOO_BIG = 18;
  private static final int CONSTRAINT = 19;
  private static final int NOT_A_DATABASE = 26;

  private static final String DISK_ERROR = "the disk or its file system reported an error";
  private static final String DAMAGED = "the database is damaged";
  private static final String TOO_LONG = "a text is longer than SQLite can hold";
  private static final String NO_SPACE = "no space left on the device";

  /** The driver's words of a code, and SQLite's own in brackets behind them. */
  private static final Pattern DRIVERS_WORDS =
      Pattern.compile("\\[\\w+\\][^(]* \\((.*)\\)", Pattern.DOTALL);

  /**
   * The failure of a step.
   *
   * @param what what could not be done, as a clause
   */
  IOException told(String what, SQLException failure) {
    if ((failure.getErrorCode() & PRIMARY_CODE) == TOO_BIG) {
      return new RowsRefusedException(TOO_LONG, failure);
    }
    String reason =
        switch (failure.getErrorCode() & PRIMARY_CODE) {
          case BUSY, LOCKED, LOCKING_PROTOCOL -> whyLocked();
          case NOT_PERMITTED, READ_ONLY -> "the file cannot be written to";
          case CANNOT_OPEN -> "the file, or SQLite's journal beside it, cannot be opened";
          case INPUT_OUTPUT -> DISK_ERROR + words(failure);
          case CORRUPT -> DAMAGED + ". Restore it from a copy, or write to another file.";
          case FULL -> NO_SPACE;
          case CONSTRAINT -> refusedRow(failure);
          case NOT_A_DATABASE -> "the file is not a SQLite database";
          default -> what + words(failure);
        };
    return new IOException(reason, failure);
  }

  /** Whether it is that a lock was not to be had. */
  static boolean isOfLock(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case BUSY, LOCKED, LOCKING_PROTOCOL -> true;
      default -> false;
    };
  }

  /** Whether it is that a statement makes no sense as the database is. */
  static boolean isOfSchema(SQLException failure) {
    return (failure.getErrorCode() & PRIMARY_CODE) == ERROR;
  }

  /** The failure of rows that are put aside in SQLite's temporary file. */
  static IOException toldOfTemporaryFile(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case TOO_BIG -> new RowsRefusedException(TOO_LONG, failure);
      case FULL, CANNOT_OPEN, INPUT_OUTPUT ->
          new IOException(
              "SQLite's file for rows that are not published yet could not be written%s. Free some space in the folder for temporary files, or name another in the environment variable SQLITE_TMPDIR."
                  .formatted(words(failure)),
              failure);
      default -> new IOException("the rows could not be put aside" + words(failure), failure);
    };
  }

  /** That a lock was not to be had, which SQLite itself made nothing of. */
  IOException locked() {
    return new IOException(whyLocked());
  }

  /** That the run was to end while it waited for a lock. */
  InterruptedIOException interrupted() {
    return new InterruptedIOException(
        "another program is using the database, and the wait for it was ended. Run it again when"
            + " that has ended.");
  }

  /** The failure of a commit: after some the rows are surely not there, after others who knows. */
  IOException toldOfCommit(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case BUSY, LOCKED, LOCKING_PROTOCOL -> new IOException(whyLocked(), failure);
      case FULL ->
          new IOException(NO_SPACE + ", so nothing was written. Free some space there.", failure);
      case CONSTRAINT -> new IOException(refusedRow(failure), failure);
      case INPUT_OUTPUT -> new CommitUncertainException(DISK_ERROR + words(failure), failure);
      case CORRUPT -> new CommitUncertainException(DAMAGED, failure);
      default ->
          new CommitUncertainException(
              "SQLite did not say that the rows are there" + words(failure), failure);
    };
  }

  private String whyLocked() {
    return ("another program is using the database, and was waited for %s s. Run it again when that"
            + " has ended.")
        .formatted(patience.toSeconds());
  }

  private String refusedRow(SQLException failure) {
    return "the table does not take a row%s. %s".formatted(words(failure), remedy);
  }

  private static String words(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    Matcher own = DRIVERS_WORDS.matcher(message);
    return " (SQLite says: %s)".formatted(own.matches() ? own.group(1) : message);
  }
}

package dev.vidiexport.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.RowsRefusedException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite reports, by its codes. */
class SqliteFailuresTest {
  private static final SqliteFailures FAILURES =
      new SqliteFailures(Duration.ofSeconds(10), "Use another table=NAME.");
  private static final int BUSY_SNAPSHOT = 5 | 2 << 8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3  | the file cannot be written to
          8  | the file cannot be written to
          14 | the file, or SQLite's journal beside it, cannot be opened
          10 | the disk or its file system reported an error (SQLite says: its words)
          778 | the disk or its file system reported an error (SQLite says: its words)
          11 | the database is damaged. Restore it from a copy, or write to another file.
          13 | no space left on the device
          18 | a text is longer than SQLite can hold
          26 | the file is not a SQLite database
          1  | it could not be read (SQLite says: its words)
          """)
  void areToldInWords(int code, String words) {
    assertThat(FAILURES.told("it could not be read", failure(code))).hasMessage(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 13, 14})
  void tellOfTheFolderForTemporaryFiles(int code) {
    assertThat(SqliteFailures.toldOfTemporaryFile(failure(code)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            "SQLite's file for rows that are not published yet could not be written (SQLite says: its words). Free some space in the folder for temporary files, or name another in the environment variable SQLITE_TMPDIR.");
  }

  @Test
  void tellOfRowsThatCanNeverBeKept() {
    assertThat(FAILURES.told("it could not be read", failure(18)))
        .isInstanceOf(RowsRefusedException.class);
    assertThat(SqliteFailures.toldOfTemporaryFile(failure(18)))
        .isInstanceOf(RowsRefusedException.class)
        .hasMessage("a text is longer than SQLite can hold");
    assertThat(SqliteFailures.toldOfTemporaryFile(failure(1)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the rows could not be put aside (SQLite says: its words)");
  }

  @Test
  void tellThatAnotherProgramWasInTheWay() {
    String words =
        "another program is using the database, and was waited for 10 s. Run it again when that has"
            + " ended.";
    for (int code : new int[] {5, BUSY_SNAPSHOT, 6, 15}) {
      assertThat(FAILURES.told("it could not be read", failure(code))).hasMessage(words);
      assertThat(FAILURES.toldOfCommit(failure(code))).hasMessage(words);
      assertThat(SqliteFailures.isOfLock(failure(code))).isTrue();
    }
    assertThat(FAILURES.locked()).hasMessage(words);
    assertThat(SqliteFailures.isOfLock(failure(10))).isFalse();
  }

  @Test
  void tellThatACommitHasWrittenNothing() {
    assertThat(FAILURES.toldOfCommit(failure(13)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no space left on the device, so nothing was written. Free some space there.");
    assertThat(FAILURES.toldOfCommit(failure(19)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            "the table does not take a row (SQLite says: its words). Use another table=NAME.");
    for (int code : new int[] {5, BUSY_SNAPSHOT, 6, 15}) {
      assertThat(FAILURES.toldOfCommit(failure(code))).isExactlyInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10   | the disk or its file system reported an error (SQLite says: its words)
          1290 | the disk or its file system reported an error (SQLite says: its words)
          11   | the database is damaged
          1    | SQLite did not say that the rows are there (SQLite says: its words)
          7    | SQLite did not say that the rows are there (SQLite says: its words)
          14   | SQLite did not say that the rows are there (SQLite says: its words)
          """)
  void tellThatNobodyKnowsWhatBecameOfACommit(int code, String words) {
    assertThat(FAILURES.toldOfCommit(failure(code)))
        .isInstanceOf(CommitUncertainException.class)
        .hasMessage(words);
  }

  @Test
  void tellTheDriversWordsWhereItHasNoOthers() {
    assertThat(FAILURES.told("it could not be read", new SQLException("column 7 is missing")))
        .hasMessage("it could not be read (SQLite says: column 7 is missing)");
  }

  private static SQLException failure(int code) {
    return new SQLException("[SQLITE_X] What this code means (its words)", null, code);
  }
}

package dev.vidiexport.sinks.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.BusyHandler;

/**
 * A file that is open to be read, as it stands at one moment. Until it is closed nobody's commit
 * goes through, unless the file has a log of changes. For one thread at a time.
 */
final class FileLook implements AutoCloseable {
  private static final String NOT_READ = "it could not be read";

  private final Connection connection;
  private final LockPatience patience;
  private final SqliteFailures failures;

  private FileLook(Connection connection, LockPatience patience, SqliteFailures failures) {
    this.connection = connection;
    this.patience = patience;
    this.failures = failures;
  }

  /** Opens a file; empty where it is missing. */
  static Optional<FileLook> open(DatabaseFile file) throws IOException {
    NativeCode.load();
    if (!file.exists()) {
      return Optional.empty();
    }
    try {
      FileLook look =
          new FileLook(file.connect(false), new LockPatience(file.patience()), file.failures());
      look.begin();
      return Optional.of(look);
    } catch (SQLException failure) {
      if (!file.exists()) {
        return Optional.empty();
      }
      throw file.failures().told(NOT_READ, failure);
    }
  }

  /**
   * It may write to the file as far as SQLite goes, which takes back first what a killed program
   * left half done; but nobody can write through it.
   */
  private void begin() throws IOException {
    try (Statement statement = connection.createStatement()) {
      BusyHandler.setHandler(connection, patience);
      statement.execute("PRAGMA query_only = ON");
      statement.execute("BEGIN");
      // The moment is that of the first question.
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
    } catch (SQLException failure) {
      IOException told = told(failure);
      close();
      throw told;
    }
  }

  /** Finds something. */
  <T> T get(SqliteTransaction.Work<T> work) throws IOException {
    try {
      return work.run(connection);
    } catch (SQLException failure) {
      throw told(failure);
    }
  }

  private IOException told(SQLException failure) {
    return patience.isInterrupted() && SqliteFailures.isOfLock(failure)
        ? failures.interrupted()
        : failures.told(NOT_READ, failure);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      // What was read is read, and there is nothing to be written.
      return;
    }
  }
}

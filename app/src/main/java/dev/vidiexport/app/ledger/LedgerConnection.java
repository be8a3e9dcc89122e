package dev.vidiexport.app.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * An open database. All that is read or written in it goes through a transaction, which another
 * program's is waited for. For one thread at a time.
 */
final class LedgerConnection implements AutoCloseable {
  private final Connection connection;
  private final LedgerFailures failures;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Runnable onRollback = () -> {};
  private Runnable watcher = () -> {};

  private LedgerConnection(Connection connection, LedgerFailures failures) {
    this.connection = connection;
    this.failures = failures;
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** The same, when it finds nothing. */
  @FunctionalInterface
  interface Change {
    void run() throws SQLException;
  }

  /**
   * Opens a file that is there for reading. It is opened like one that is to be written, where this
   * user may, because whoever comes first after a crash must undo what was half done.
   *
   * @param patience how long another program's lock is waited for
   */
  static LedgerConnection reading(Path file, Duration patience) {
    return connect(file, false, patience, LedgerFailures.of(file), "PRAGMA query_only = ON");
  }

  /** Opens a file that is there for reading and writing. */
  static LedgerConnection writing(Path file, Duration patience) {
    return connect(
        file,
        false,
        patience,
        LedgerFailures.of(file),
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = EXTRA",
        "PRAGMA foreign_keys = ON");
  }

  /**
   * The same of one that is not there.
   *
   * @param failures how it is told that it cannot be made
   */
  static LedgerConnection making(Path file, LedgerFailures failures) {
    return connect(file, true, Duration.ZERO, failures, "PRAGMA synchronous = EXTRA");
  }

  private static LedgerConnection connect(
      Path file, boolean make, Duration patience, LedgerFailures failures, String... settings) {
    SQLiteConfig config = new SQLiteConfig();
    if (!make) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setGetGeneratedKeys(false);
    @Nullable LedgerConnection opened = null;
    try {
      // As a URI any name is a name; the driver would take what follows a "?" for its own options.
      opened =
          new LedgerConnection(config.createConnection("jdbc:sqlite:" + file.toUri()), failures);
      for (String setting : settings) {
        opened.execute(setting);
      }
      return opened;
    } catch (SQLException failure) {
      if (opened != null) {
        opened.close();
      }
      throw failures.told(failure);
    }
  }

  /** How failures to use it are told. */
  LedgerFailures failures() {
    return failures;
  }

  /** What must be forgotten when a transaction is undone. */
  void onRollback(Runnable forget) {
    onRollback = forget;
  }

  /** What looks at the files before each statement, as they would be found if the process died. */
  void watch(Runnable look) {
    watcher = look;
  }

  /** Reads what one transaction left. */
  <T> T read(Work<T> work) {
    return transaction("BEGIN", work);
  }

  /** Changes all of it or nothing; when this returns, it is on the disk. */
  void change(Change change) {
    transaction(
        "BEGIN IMMEDIATE",
        () -> {
          change.run();
          return true;
        });
  }

  private <T> T transaction(String begin, Work<T> work) {
    boolean begun = false;
    boolean ended = false;
    try {
      execute(begin);
      begun = true;
      T found = work.run();
      execute("COMMIT");
      ended = true;
      return found;
    } catch (SQLException failure) {
      throw failures.told(failure);
    } finally {
      if (begun && !ended) {
        rollBack();
      }
    }
  }

  /**
   * Where SQLite has undone it by itself, there is nothing to undo. The driver gives a statement up
   * that failed, so all are prepared anew.
   */
  private void rollBack() {
    onRollback.run();
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
      execute("ROLLBACK");
    } catch (SQLException undone) {
      // What went wrong before is thrown; closing undoes whatever is left.
      statements.clear();
    }
  }

  /** Runs statements that find nothing, one after the other. */
  void execute(String sql) throws SQLException {
    watcher.run();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Runs a statement that finds nothing with values. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /**
   * Runs a query.
   *
   * @return to be closed by the caller, before the same query runs again
   */
  ResultSet query(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeQuery();
  }

  /** The one number that a query finds; 0 where it finds none. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet found = query(sql, values)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    watcher.run();
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
    return statement;
  }

  /** Never fails: what was committed is on the disk, and nothing else is to be kept. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyUseless) {
      // There is nothing left to be lost.
    }
  }

  /** The failure of a row that no version of this program writes. */
  static SQLException damaged(RuntimeException cause) {
    return new SQLException(
        "a value is not one of this program's", null, LedgerFailures.CORRUPT, cause);
  }
}

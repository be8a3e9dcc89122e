package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommitUncertainException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.BusyHandler;

/**
 * An open file, in the one transaction that may write to it. Closed without a commit it has changed
 * nothing, and when the process is killed SQLite's journal undoes what stands in the file by then.
 * For one thread at a time.
 */
final class SqliteTransaction implements AutoCloseable {
  /** What SQLite calls a file that a connection was opened with. */
  static final String MAIN = "main";

  /** What a file is called that was {@linkplain #attach attached}. */
  static final String ATTACHED = "history";

  private static final String NOT_OPENED = "it could not be opened";

  private final DatabaseFile file;
  private final boolean madeFile;
  private final Connection connection;
  private final String schema;
  private final LockPatience patience;
  private final SqliteFailures failures;
  private boolean committed;

  private SqliteTransaction(
      DatabaseFile file,
      boolean madeFile,
      Connection connection,
      String schema,
      LockPatience patience,
      SqliteFailures failures) {
    this.file = file;
    this.madeFile = madeFile;
    this.connection = connection;
    this.schema = schema;
    this.patience = patience;
    this.failures = failures;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws IOException, SQLException;
  }

  /** The same, when it finds nothing. */
  @FunctionalInterface
  interface Step {
    void run(Connection connection) throws IOException, SQLException;
  }

  /**
   * Opens a file, in which nothing is begun yet.
   *
   * @param make whether to make it where it is missing
   */
  static SqliteTransaction open(DatabaseFile file, boolean make, LockPatience patience)
      throws IOException {
    boolean makes = make && !file.exists();
    try {
      return new SqliteTransaction(
          file, makes, file.connect(make), MAIN, patience, file.failures());
    } catch (SQLException failure) {
      throw file.failures().told(NOT_OPENED, failure);
    }
  }

  /**
   * Opens a file beside what a connection has open already, and makes it where it is missing. When
   * this is closed the connection stays open, without the file.
   *
   * <p>A commit is as if the file were open alone, where the connection's main database is in
   * memory and nothing was written to its temporary tables since this began. SQLite would write a
   * journal over all files of a connection only if its main database were a file, too; else each
   * commits by itself ({@code vdbeCommit} of vdbeaux.c), and one that nothing was written to has
   * nothing to do. The moment at which the rows are there is that at which this file's own journal
   * goes.
   */
  static SqliteTransaction attach(DatabaseFile file, Connection connection, LockPatience patience)
      throws IOException {
    boolean makes = !file.exists();
    try (PreparedStatement attaching =
        connection.prepareStatement("ATTACH DATABASE ? AS " + ATTACHED)) {
      // It is read as it is attached, and may be locked by then.
      BusyHandler.setHandler(connection, patience);
      attaching.setString(1, file.path().toUri() + "?mode=rwc");
      attaching.execute();
      return new SqliteTransaction(file, makes, connection, ATTACHED, patience, file.failures());
    } catch (SQLException failure) {
      SqliteFailures failures = file.failures();
      throw patience.isInterrupted() && SqliteFailures.isOfLock(failure)
          ? failures.interrupted()
          : failures.told(NOT_OPENED, failure);
    }
  }

  /** Begins, with the lock of the one who writes. */
  void begin() throws IOException {
    try (Statement statement = connection.createStatement()) {
      BusyHandler.setHandler(connection, patience);
      statement.execute("PRAGMA %s.synchronous = EXTRA".formatted(schema));
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("BEGIN IMMEDIATE");
      // Rows that replace others have their turn to be referred to when all of them are there.
      statement.execute("PRAGMA defer_foreign_keys = ON");
      patience.renew();
    } catch (SQLException failure) {
      throw told(NOT_OPENED, failure);
    }
  }

  /**
   * Does a part of the work.
   *
   * @param what what could not be done when it fails, as a clause
   */
  void run(String what, Step step) throws IOException {
    get(
        what,
        its -> {
          step.run(its);
          return true;
        });
  }

  /** The same, with what it finds. */
  <T> T get(String what, Work<T> work) throws IOException {
    try {
      T found = work.run(connection);
      if (patience.isOver()) {
        throw patience.isInterrupted() ? failures.interrupted() : failures.locked();
      }
      return found;
    } catch (SQLException failure) {
      throw told(what, failure);
    }
  }

  private IOException told(String what, SQLException failure) {
    return isEndedWait(failure) ? failures.interrupted() : failures.told(what, failure);
  }

  private boolean isEndedWait(SQLException failure) {
    return patience.isInterrupted() && SqliteFailures.isOfLock(failure);
  }

  /**
   * Makes all that was done visible, and lets go of the lock. The driver's own commit would begin
   * again, and fail for the next program's lock when the rows are there.
   *
   * @throws CommitUncertainException when it cannot be known whether they are
   * @throws IOException when they are not, and will not be once this is closed
   */
  void commit() throws IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("COMMIT");
      committed = true;
    } catch (SQLException failure) {
      // Such a wait is for those who read, before the rows are put in place.
      throw isEndedWait(failure) ? failures.interrupted() : failures.toldOfCommit(failure);
    }
  }

  /**
   * The same, and closes, whatever comes of it. That it could not be closed after the commit says
   * nothing of the rows, which are there, and is not told.
   */
  void commitAndClose() throws IOException {
    try {
      commit();
    } catch (IOException | RuntimeException | Error failure) {
      closeAfter(failure);
      throw failure;
    }
    try {
      close();
    } catch (IOException afterTheCommit) {
      return;
    }
  }

  /** SQLite takes back, as it closes, what was not committed; the file goes if it was made. */
  @Override
  public void close() throws IOException {
    try {
      if (schema.equals(MAIN)) {
        connection.close();
      } else {
        detach();
      }
    } catch (SQLException failure) {
      throw failures.told("it could not be closed", failure);
    }
    if (madeFile && !committed) {
      file.removeIfEmpty();
    }
  }

  private void detach() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      rollBack(statement);
      statement.execute("DETACH DATABASE " + ATTACHED);
    }
  }

  private static void rollBack(Statement statement) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException nothingIsOpen) {
      // It was committed, or SQLite has rolled back by itself; else the file cannot be detached.
      return;
    }
  }

  /** The same after a failure, which is told with whatever comes of it. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }
}

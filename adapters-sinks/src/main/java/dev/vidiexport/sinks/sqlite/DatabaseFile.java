package dev.vidiexport.sinks.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A SQLite file that is there, or can be made. Immutable.
 *
 * @param path its absolute path
 * @param patience how another program's lock is waited for
 * @param remedy what the user can do where a table does not take rows, as a sentence
 */
record DatabaseFile(Path path, Patience patience, String remedy) {
  private static final Patience USUAL_PATIENCE = Patience.of(Duration.ofSeconds(10));

  /** The file of an export, whose table is an option. */
  DatabaseFile(Path path, Patience patience) {
    this(path, patience, "Use another table=NAME.");
  }

  static DatabaseFile of(Path path) {
    return new DatabaseFile(path.toAbsolutePath(), USUAL_PATIENCE);
  }

  /** The same file, for a history. */
  DatabaseFile ofHistory() {
    return new DatabaseFile(path, patience, HistoryTable.UNDOING);
  }

  /**
   * Looks whether the table could be written here. What a killed program left half done in the file
   * is undone by SQLite on the way, as whoever opens the file next does.
   */
  void check(TargetTable table) throws IOException {
    Optional<SqliteTransaction> begun = beginIfThere();
    if (begun.isPresent()) {
      try (SqliteTransaction transaction = begun.get()) {
        transaction.run("it could not be read", connection -> table.check(connection));
      }
    }
  }

  /** What SQLite says of this file, in words. */
  SqliteFailures failures() {
    return new SqliteFailures(patience.limit(), remedy);
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Begins to write, as the only one who does; makes the file where it is missing. */
  SqliteTransaction begin() throws IOException {
    return begin(true, waiting -> SqliteTransaction.open(this, true, waiting)).orElseThrow();
  }

  /** The same, and empty where the file is missing. */
  Optional<SqliteTransaction> beginIfThere() throws IOException {
    return begin(false, waiting -> SqliteTransaction.open(this, false, waiting));
  }

  /**
   * The same in a connection that has something else open, which stays so.
   *
   * @see SqliteTransaction#attach
   */
  SqliteTransaction beginIn(Connection other) throws IOException {
    return begin(true, waiting -> SqliteTransaction.attach(this, other, waiting)).orElseThrow();
  }

  /** Opens the file. */
  @FunctionalInterface
  private interface Opening {
    SqliteTransaction open(LockPatience waiting) throws IOException;
  }

  private Optional<SqliteTransaction> begin(boolean make, Opening opening) throws IOException {
    checkPlace();
    NativeCode.load();
    LockPatience waiting = new LockPatience(patience);
    Optional<SqliteTransaction> begun = Optional.empty();
    while (begun.isEmpty() && (make || exists())) {
      begun = attempt(opening, waiting);
    }
    return begun;
  }

  /** Is empty when the file that was opened was removed meanwhile, by the one who had made it. */
  private Optional<SqliteTransaction> attempt(Opening opening, LockPatience waiting)
      throws IOException {
    SqliteTransaction opened = opening.open(waiting);
    Optional<String> identity = identity();
    try {
      opened.begin();
      if (identity.isPresent() && identity.equals(identity())) {
        return Optional.of(opened);
      }
      opened.close();
    } catch (IOException | RuntimeException | Error failure) {
      opened.closeAfter(failure);
      if (identity.isPresent() && identity.equals(identity())) {
        throw failure;
      }
    }
    return Optional.empty();
  }

  /**
   * What tells the file from a later one of its name; where there is no such thing, nothing does.
   */
  private Optional<String> identity() {
    try {
      return Optional.of(
          String.valueOf(Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  /**
   * Connects to the file.
   *
   * @param make whether to make it where it is missing
   */
  Connection connect(boolean make) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (!make) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(0);
    config.setGetGeneratedKeys(false);
    // As a URI any name is a name; the driver would take what follows a "?" for its own options.
    return config.createConnection("jdbc:sqlite:" + path.toUri());
  }

  /** A connection that has nothing open but what is its own, and may open a file later. */
  static Connection connectToNothing() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(0);
    config.setGetGeneratedKeys(false);
    return config.createConnection("jdbc:sqlite::memory:");
  }

  /**
   * Removes the file if there is nothing in it: an attempt that made the file and was given up
   * leaves it so. Another run may have waited for this, and the file is left to it then.
   */
  void removeIfEmpty() throws IOException {
    if (!isEmpty()) {
      return;
    }
    boolean removed = false;
    try (Connection owner = connect(false);
        Statement statement = owner.createStatement()) {
      // A journal would be a file, which the next owner of the name might take for its own.
      statement.execute("PRAGMA journal_mode = MEMORY");
      statement.execute("BEGIN IMMEDIATE");
      removed = !isEmpty() || path.toFile().delete();
    } catch (SQLException isAnothers) {
      return;
    }
    if (!removed) {
      // Some systems remove no file that is open; these refuse it also where it is another's.
      path.toFile().delete();
    }
  }

  private boolean isEmpty() throws IOException {
    return exists() && Files.size(path) == 0;
  }

  private void checkPlace() throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    if (Files.isSymbolicLink(path) && !exists()) {
      throw new IOException("it is a link to a file that does not exist");
    }
    if (exists() && !Files.isRegularFile(path)) {
      throw new IOException("it is not a regular file but a device, FIFO or socket");
    }
    // The journal lies beside the file itself, and not beside a link to it.
    Path folder = (exists() ? path.toRealPath() : path).getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("its folder %s does not exist".formatted(folder));
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("its folder %s cannot be written to".formatted(folder));
    }
    if (exists() && !Files.isWritable(path)) {
      throw new IOException("the file cannot be written to");
    }
  }
}

package com.example.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;

/**
 * A SQLite file that is there, or can be made. Immutable.
 *
 * @param path its absolute path
 */
record DatabaseFile(Path path) {
  /** How long another program's lock is waited for. */
  private static final int PATIENCE_MILLIS = 10_000;

  static DatabaseFile of(String output) throws IOException {
    try {
      return new DatabaseFile(Path.of(output).toAbsolutePath());
    } catch (InvalidPathException invalid) {
      throw new IOException("the output must be the name of a file", invalid);
    }
  }

  /**
   * Looks whether the table could be written here. What a killed program left half done in the file
   * is undone by SQLite on the way, as whoever opens the file next does.
   */
  void check(TargetTable table) throws IOException {
    checkPlace();
    loadNativeCode();
    if (!exists()) {
      return;
    }
    try (Connection connection = connect(false)) {
      table.check(connection);
    } catch (SQLException failure) {
      throw Failure.of("it could not be read", failure);
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Begins to write: the first statement takes the lock of the one writer. */
  Connection connect() throws IOException {
    checkPlace();
    try {
      Connection connection = connect(true);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failure) {
      throw Failure.of("it could not be opened", failure);
    }
  }

  /**
   * Removes the file if there is nothing in it: an attempt that made the file and was given up
   * leaves it so.
   */
  void removeIfEmpty() throws IOException {
    if (exists() && Files.size(path) == 0) {
      Files.delete(path);
    }
  }

  private void checkPlace() throws IOException {
    Path folder = path.getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException("the folder %s is missing".formatted(folder));
    }
    // SQLite keeps its journal beside the file.
    if (!Files.isWritable(folder)) {
      throw new IOException("the folder %s cannot be written to".formatted(folder));
    }
    if (exists() && !Files.isWritable(path)) {
      throw new IOException("the file cannot be written to");
    }
  }

  private static void loadNativeCode() throws IOException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError unusable) {
      throw new IOException(
          "SQLite's library cannot be loaded from the folder for temporary files (%s). Name a folder that allows execution, with java -Djava.io.tmpdir=DIR."
              .formatted(System.getProperty("java.io.tmpdir")),
          unusable);
    }
  }

  private Connection connect(boolean make) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (!make) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    // As a URI any name is a name; the driver would take what follows a "?" for its own options.
    return config.createConnection("jdbc:sqlite:" + path.toUri());
  }
}

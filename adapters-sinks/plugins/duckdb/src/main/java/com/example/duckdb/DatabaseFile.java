package com.example.duckdb;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A DuckDB file that is there, or can be made. Immutable.
 *
 * @param path its absolute path
 */
record DatabaseFile(Path path) {
  static DatabaseFile of(String output) throws IOException {
    Path path;
    try {
      path = Path.of(output).toAbsolutePath();
    } catch (InvalidPathException invalid) {
      throw new IOException("the output must be the name of a file", invalid);
    }
    if (path.toString().indexOf('?') >= 0) {
      throw new IOException("DuckDB takes a ? in %s for an end of the path".formatted(path));
    }
    return new DatabaseFile(path);
  }

  /**
   * Looks whether the table could be written here, and lets go of the file again. What a killed
   * program left half done is undone by DuckDB on the way, as whoever opens the file next does.
   */
  void check(TargetTable table) throws IOException {
    checkPlace();
    try {
      if (exists()) {
        checkTable(table);
      } else {
        Database.load();
        table.checkWithoutFile();
      }
    } catch (SQLException failure) {
      throw Failure.of("it could not be read", failure);
    } catch (LinkageError unusable) {
      throw unloadable(unusable);
    }
  }

  private void checkTable(TargetTable table) throws IOException, SQLException {
    try (Database database = Database.open(path)) {
      table.check(database);
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * Opens it.
   *
   * @param making whether it is not there, and is to be made
   */
  Database open(boolean making) throws IOException {
    checkPlace();
    try {
      return making ? Database.make(path) : Database.open(path);
    } catch (SQLException failure) {
      throw Failure.of("it could not be opened", failure);
    } catch (LinkageError unusable) {
      throw unloadable(unusable);
    }
  }

  /**
   * Ends an attempt, and removes the file that it has made: while it is open here, nobody else has
   * written to it.
   */
  void abandon(Database database, boolean made) throws IOException, SQLException {
    boolean leftOver = false;
    try {
      database.rollBack();
      leftOver = made && Relation.areNone(database) && !isRemoved();
    } finally {
      database.close();
    }
    if (leftOver) {
      Files.deleteIfExists(path);
    }
  }

  private boolean isRemoved() throws IOException {
    try {
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".wal"));
      Files.deleteIfExists(path);
      return true;
    } catch (FileSystemException open) {
      // Windows lets nobody remove a file that is open.
      return false;
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
    // DuckDB keeps its log beside the file.
    if (!Files.isWritable(folder)) {
      throw new IOException("the folder %s cannot be written to".formatted(folder));
    }
    if (!exists()) {
      return;
    }
    if (!Files.isWritable(path)) {
      throw new IOException("the file cannot be written to");
    }
    if (Files.isRegularFile(path) && Files.size(path) == 0) {
      throw new IOException(
          "the file is empty, and so no DuckDB database. Remove it, or write to another file.");
    }
  }

  private static IOException unloadable(LinkageError unusable) {
    return new IOException(
        "DuckDB's library cannot be loaded from the folder for temporary files (%s). Name a folder that has 80 MB free and allows execution, with java -Djava.io.tmpdir=DIR."
            .formatted(System.getProperty("java.io.tmpdir")),
        unusable);
  }
}

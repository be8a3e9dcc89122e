package dev.vidiexport.sinks.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A SQLite file that is there, or can be made. Immutable.
 *
 * @param path its absolute path
 * @param patience how another program's lock is waited for
 */
record DatabaseFile(Path path, Patience patience) {
  private static final Patience USUAL_PATIENCE = Patience.of(Duration.ofSeconds(10));

  static DatabaseFile of(Path path) {
    return new DatabaseFile(path.toAbsolutePath(), USUAL_PATIENCE);
  }

  /**
   * Looks whether the table could be written here. What a killed program left half done in the file
   * is undone by SQLite on the way, as whoever opens the file next does.
   */
  void check(TargetTable table) throws IOException {
    checkPlace();
    NativeCode.load();
    if (exists()) {
      try (SqliteTransaction transaction = SqliteTransaction.begin(this, false)) {
        transaction.run("it could not be read", connection -> table.check(connection));
      }
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Begins to write, as the only one who does; makes the file where it is missing. */
  SqliteTransaction begin() throws IOException {
    checkPlace();
    NativeCode.load();
    boolean makes = !exists();
    try {
      return SqliteTransaction.begin(this, true);
    } catch (IOException failure) {
      if (makes) {
        removeIfEmpty();
      }
      throw failure;
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

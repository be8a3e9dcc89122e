package dev.vidiexport.app.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** Makes databases that get their names when they are whole. */
final class DatabaseMaking {
  private static final String MAKING = ".making";

  private DatabaseMaking() {}

  /** What makes a database. */
  @FunctionalInterface
  interface Making {
    void make(Path file) throws SQLException;
  }

  /**
   * Makes a database that gets its name when it is whole, and otherwise leaves nothing.
   *
   * @throws SQLException what was thrown when it was made
   * @throws IOException when it cannot get its name
   */
  static void make(Path name, Making making) throws IOException, SQLException {
    Path made = cleared(name);
    try {
      making.make(made);
      give(made, name);
    } finally {
      cleared(name);
    }
  }

  /** Where a database is made that is to get a name, without what an earlier try left. */
  private static Path cleared(Path name) throws IOException {
    Path making = name.resolveSibling(name.getFileName() + MAKING);
    Files.deleteIfExists(making);
    Files.deleteIfExists(making.resolveSibling(making.getFileName() + "-journal"));
    return making;
  }

  private static void give(Path made, Path name) throws IOException {
    try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(made, name, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(name.resolveSibling(""));
  }

  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unable) {
      // Some file systems cannot; there the name gets to the disk when it gets there.
    }
  }
}

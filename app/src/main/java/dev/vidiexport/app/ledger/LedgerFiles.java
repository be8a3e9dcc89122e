package dev.vidiexport.app.ledger;

import dev.vidiexport.app.staging.TargetFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Where the ledger of a target and its copies are, and how a database gets its name. Immutable.
 *
 * @param folder the folder of this program below the target
 */
record LedgerFiles(Path folder) {
  private static final String MAKING = ".making";

  static LedgerFiles of(Path target) {
    return new LedgerFiles(target.toAbsolutePath().resolve(TargetFolder.OWN));
  }

  /** The ledger. */
  Path ledger() {
    return folder.resolve("ledger.db");
  }

  /** What SQLite needs to undo what was half done. */
  Path journal() {
    return folder.resolve("ledger.db-journal");
  }

  /** The folder of the copies. */
  Path copies() {
    return folder.resolve("backup");
  }

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

package dev.vidiexport.app.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where the ledger of a target and its copies are, and how a database gets its name. Immutable.
 *
 * @param folder the folder of this program below the target
 */
record LedgerFiles(Path folder) {
  private static final String MAKING = ".making";

  static LedgerFiles of(Path target) {
    return new LedgerFiles(target.toAbsolutePath().resolve("_vidiexport"));
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

  /** Where a database is made that is to get a name, without what an earlier try left. */
  static Path making(Path name) throws IOException {
    Path making = name.resolveSibling(name.getFileName() + MAKING);
    Files.deleteIfExists(making);
    Files.deleteIfExists(making.resolveSibling(making.getFileName() + "-journal"));
    return making;
  }

  /** Gives a database its name, on the disk: it is there whole, or not at all. */
  static void give(Path made, Path name) throws IOException {
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

package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A ledger that lies by itself, held so that no other process changes it or the history that it is
 * about. The lock lies beside it and stays: {@code audience.db-lock}, and who holds it in {@code
 * audience.db-lock-holder}.
 */
public final class LedgerHold implements AutoCloseable {
  private static final String LOCK = "-lock";

  private final Path ledger;
  private final HolderLock lock;

  private LedgerHold(Path ledger, HolderLock lock) {
    this.ledger = ledger;
    this.lock = lock;
  }

  /**
   * Holds a ledger, which need not be there; the folder above it is made when it is missing.
   *
   * @param holder says who holds it, for those who come too late: {@code process 4711 on machine}
   * @throws ExportException {@code TARGET_HELD} when another process holds it; {@code
   *     OUTPUT_NOT_WRITTEN} when nothing can be written beside it
   */
  public static LedgerHold hold(Path ledger, String holder) {
    return hold(new LocalFileOperations(), ledger, holder);
  }

  static LedgerHold hold(FileOperations files, Path ledger, String holder) {
    try {
      FolderMaking.make(files, FolderPaths.above(ledger.toAbsolutePath()));
      Path real = real(files, ledger);
      return new LedgerHold(real, HolderLock.hold(files, real, lockFile(real), holder));
    } catch (IOException unusable) {
      throw OutputMessages.ofOutput(ledger.toString()).refusal(unusable);
    }
  }

  /**
   * Makes sure that no other process holds a ledger. It is not held afterwards, and nothing is
   * made: neither the ledger nor the folder above it need be there.
   *
   * @throws ExportException {@code TARGET_HELD} when one does; {@code OUTPUT_NOT_WRITTEN} when that
   *     cannot be found out
   */
  public static void requireFree(Path ledger) {
    requireFree(new LocalFileOperations(), ledger);
  }

  static void requireFree(FileOperations files, Path ledger) {
    try {
      if (files.kind(FolderPaths.above(ledger.toAbsolutePath())) == EntryKind.FOLDER) {
        Path real = real(files, ledger);
        HolderLock.requireFree(files, real, lockFile(real));
      }
    } catch (IOException unknown) {
      throw OutputMessages.ofOutput(ledger.toString()).refusal(unknown);
    }
  }

  /** One path, by whichever links it was named, so that there is one lock. */
  private static Path real(FileOperations files, Path ledger) throws IOException {
    if (files.kind(ledger) != EntryKind.ABSENT) {
      return files.realPath(ledger);
    }
    Path absolute = ledger.toAbsolutePath();
    return files.realPath(FolderPaths.above(absolute)).resolve(absolute.getFileName());
  }

  /**
   * Whether a file is the lock of a ledger, or says who holds it: by its name alone.
   *
   * @param ledger as {@link #path} tells it
   */
  public static boolean isLock(Path ledger, Path file) {
    Path lock = lockFile(ledger);
    return file.equals(lock) || file.equals(HolderLock.holderFile(lock));
  }

  private static Path lockFile(Path real) {
    return real.resolveSibling(real.getFileName() + LOCK);
  }

  /** The real path of the ledger, in a folder that is there. */
  public Path path() {
    return ledger;
  }

  /** Lets others hold it. Never fails; may be called more than once. */
  @Override
  public void close() {
    lock.close();
  }
}

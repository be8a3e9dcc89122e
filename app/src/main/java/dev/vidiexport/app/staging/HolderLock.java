package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.staging.FileOperations.HeldLock;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets one process at a time change something, by a lock file that stays. Who holds it says so in a
 * file of its own, beside it: locked bytes cannot be read everywhere.
 */
final class HolderLock implements AutoCloseable {
  private static final String HOLDER = "-holder";
  private static final int MOST_BYTES_OF_HOLDER = 200;

  /** Each further try needs another run that begins in the same instant. */
  private static final int MOST_TRIES = 10;

  private final HeldLock lock;

  private HolderLock(HeldLock lock) {
    this.lock = lock;
  }

  /**
   * Holds something until it is closed, or the process ends.
   *
   * @param guarded what is held, as those are told who come too late
   * @param file the lock file, in a folder that is there; it is made when it is missing
   * @param holder says who holds it, for the same: {@code process 4711 on machine}
   * @throws ExportException {@code TARGET_HELD} when another process holds it
   * @throws IOException when the files of the lock cannot be written
   */
  static HolderLock hold(FileOperations files, Path guarded, Path file, String holder)
      throws IOException {
    HolderLock held = new HolderLock(lock(files, guarded, file));
    boolean told = false;
    try {
      tell(files, file, holder);
      told = true;
      return held;
    } finally {
      if (!told) {
        held.close();
      }
    }
  }

  /**
   * Makes sure that no other process holds something. It is not held afterwards.
   *
   * @throws ExportException {@code TARGET_HELD} when one does
   */
  static void requireFree(FileOperations files, Path guarded, Path file) throws IOException {
    if (files.isHeld(file)) {
      throw refusal(files, guarded, file);
    }
  }

  private static HeldLock lock(FileOperations files, Path guarded, Path file) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<HeldLock> lock =
          files.entryKind(file) == EntryKind.ABSENT ? create(files, file) : files.seizeLock(file);
      if (lock.isPresent()) {
        return lock.get();
      }
    }
    throw refusal(files, guarded, file);
  }

  private static Optional<HeldLock> create(FileOperations files, Path file) throws IOException {
    try {
      return files.createLock(file);
    } catch (FileAlreadyExistsException made) {
      return Optional.empty();
    }
  }

  private static ExportException refusal(FileOperations files, Path guarded, Path file) {
    return new ExportException(
        FailureReason.TARGET_HELD,
        "%s is being changed by another run%s."
            .formatted(OutputMessages.clean(guarded.toString()), holder(files, file)));
  }

  /** The file in which the holder of a lock file says who it is. */
  static Path holderFile(Path file) {
    return file.resolveSibling(file.getFileName() + HOLDER);
  }

  private static void tell(FileOperations files, Path file, String holder) throws IOException {
    Path told = holderFile(file);
    files.delete(told);
    try (OutputStream stream = files.create(told)) {
      stream.write(holder.getBytes(UTF_8));
    }
  }

  private static String holder(FileOperations files, Path file) {
    try (InputStream stream = files.read(holderFile(file))) {
      String told = new String(stream.readNBytes(MOST_BYTES_OF_HOLDER), UTF_8).strip();
      return told.isEmpty() ? "" : ", " + OutputMessages.clean(told);
    } catch (IOException untold) {
      // It has begun just now, or belongs to another user; that it holds the lock is certain.
      return "";
    }
  }

  /** Lets others hold it. Never fails; may be called more than once. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException held) {
      // It ends with the process at the latest.
      return;
    }
  }
}

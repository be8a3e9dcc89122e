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
import org.jspecify.annotations.Nullable;

/**
 * The folder of a history, held so that no other process changes it. What is the program's own
 * stands in {@code _vidiexport}, and everything else is files of exports.
 */
public final class TargetFolder implements AutoCloseable {
  /** The folder in which the program keeps what is its own. */
  public static final String OWN = "_vidiexport";

  private static final String LOCK = "lock";
  private static final String HOLDER = "lock-holder";
  private static final int MOST_BYTES_OF_HOLDER = 200;

  /** Each further try needs another run that begins in the same instant. */
  private static final int MOST_TRIES = 10;

  private final FileOperations files;
  private final Path path;
  private final HeldLock lock;
  private final LastingFolders folders;

  private TargetFolder(FileOperations files, Path path, HeldLock lock) {
    this.files = files;
    this.path = path;
    this.lock = lock;
    this.folders = new LastingFolders(files, path);
  }

  /**
   * Holds a folder, which is made when it is missing.
   *
   * @param holder says who holds it, for those who come too late: {@code process 4711 on machine}
   * @throws ExportException {@code TARGET_HELD} when another process holds it; {@code
   *     OUTPUT_NOT_WRITTEN} when it cannot be written
   */
  public static TargetFolder hold(Path target, String holder) {
    return hold(new LocalFileOperations(), target, holder);
  }

  static TargetFolder hold(FileOperations files, Path target, String holder) {
    OutputMessages messages = OutputMessages.ofOutput(target.toString());
    try {
      FolderMaking.make(files, target.toAbsolutePath());
      Path real = files.realPath(target);
      FolderMaking.make(files, real.resolve(OWN));
      // A run that was killed may have made these, and not come so far.
      FolderMaking.force(files, real);
      @Nullable Path parent = real.getParent();
      if (parent != null) {
        FolderMaking.force(files, parent);
      }
      TargetFolder held = new TargetFolder(files, real, lock(files, real));
      boolean usable = false;
      try {
        held.tellHolder(holder);
        held.requireForce();
        usable = true;
        return held;
      } finally {
        if (!usable) {
          held.close();
        }
      }
    } catch (IOException unusable) {
      throw messages.refusal(unusable);
    }
  }

  private static HeldLock lock(FileOperations files, Path real) throws IOException {
    Path file = real.resolve(OWN).resolve(LOCK);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<HeldLock> lock =
          files.entryKind(file) == EntryKind.ABSENT ? create(files, file) : files.seizeLock(file);
      if (lock.isPresent()) {
        return lock.get();
      }
    }
    throw held(files, real);
  }

  private static ExportException held(FileOperations files, Path real) {
    return new ExportException(
        FailureReason.TARGET_HELD,
        "%s is being changed by another run%s."
            .formatted(OutputMessages.clean(real.toString()), holder(files, real)));
  }

  /**
   * Makes sure that no other process holds a folder that is there. It is not held afterwards.
   *
   * @throws ExportException {@code TARGET_HELD} when one does
   */
  static void requireFree(FileOperations files, Path target) throws IOException {
    Path real = files.realPath(target);
    if (files.isHeld(real.resolve(OWN).resolve(LOCK))) {
      throw held(files, real);
    }
  }

  private static Optional<HeldLock> create(FileOperations files, Path file) throws IOException {
    try {
      return files.createLock(file);
    } catch (FileAlreadyExistsException made) {
      return Optional.empty();
    }
  }

  /** Who holds the target says so in a file of its own: locked bytes cannot be read everywhere. */
  private void tellHolder(String holder) throws IOException {
    Path file = path.resolve(OWN).resolve(HOLDER);
    files.delete(file);
    try (OutputStream stream = files.create(file)) {
      stream.write(holder.getBytes(UTF_8));
    }
  }

  private static String holder(FileOperations files, Path real) {
    try (InputStream stream = files.read(real.resolve(OWN).resolve(HOLDER))) {
      String told = new String(stream.readNBytes(MOST_BYTES_OF_HOLDER), UTF_8).strip();
      return told.isEmpty() ? "" : ", " + OutputMessages.clean(told);
    } catch (IOException untold) {
      // It has begun just now, or belongs to another user; that it holds the target is certain.
      return "";
    }
  }

  /** Finds out early whether files here can be forced, and removes what dead runs staged. */
  private void requireForce() throws IOException {
    try (StagingFolder staging = stage()) {
      staging.requireForce();
    }
  }

  /** A staging folder for one file; closed by whoever asked for it. */
  StagingFolder stage() throws IOException {
    return StagingFolder.share(files, path.resolve(OWN), StagingName.beside("slice"));
  }

  /**
   * Whether anything stands in the folder of an export, of a target that need not be there.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when that cannot be found out
   */
  public static boolean holdsFilesOf(Path target, String export) {
    FileOperations files = new LocalFileOperations();
    Path folder = target.resolve(export);
    try {
      return files.kind(folder) == EntryKind.FOLDER && !files.list(folder).isEmpty();
    } catch (IOException unreadable) {
      throw OutputMessages.ofOutput(folder.toString()).refusal(unreadable);
    }
  }

  /** Makes a folder below the target that a power cut does not take again. */
  void make(Path folder) throws IOException {
    folders.make(folder);
  }

  FileOperations files() {
    return files;
  }

  /** The real path of the target. */
  public Path path() {
    return path;
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

package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a history, held so that no other process changes it. What is the program's own
 * stands in {@code _vidiexport}, and everything else is files of exports.
 */
public final class TargetFolder implements AutoCloseable {
  /** The folder in which the program keeps what is its own. */
  public static final String OWN = "_vidiexport";

  private static final String LOCK = "lock";

  private final FileOperations files;
  private final Path path;
  private final HolderLock lock;
  private final LastingFolders folders;

  private TargetFolder(FileOperations files, Path path, HolderLock lock) {
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
      TargetFolder held =
          new TargetFolder(files, real, HolderLock.hold(files, real, lockFile(real), holder));
      boolean usable = false;
      try {
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

  /**
   * Makes sure that no other process holds a folder that is there. It is not held afterwards.
   *
   * @throws ExportException {@code TARGET_HELD} when one does
   */
  static void requireFree(FileOperations files, Path target) throws IOException {
    Path real = files.realPath(target);
    HolderLock.requireFree(files, real, lockFile(real));
  }

  private static Path lockFile(Path real) {
    return real.resolve(OWN).resolve(LOCK);
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
    lock.close();
  }
}

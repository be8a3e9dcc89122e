package dev.vidiexport.app.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that staging asks of the file system, one method an operation, so that a test can make
 * each of them fail and record their order.
 *
 * <p>Thread-safe. Every method throws {@link IOException} when the file system refuses.
 */
interface FileOperations {
  /** What stands at a path, with symbolic links followed. */
  EntryKind kind(Path path) throws IOException;

  /** What stands at a path itself: a symbolic link is {@link EntryKind#LINK}. */
  EntryKind entryKind(Path path) throws IOException;

  /** The text of a symbolic link. */
  Path readLink(Path link) throws IOException;

  /** The one name of a folder that exists, without links. */
  Path realPath(Path folder) throws IOException;

  /** What a folder holds, in no order. */
  List<Path> list(Path folder) throws IOException;

  /** How many bytes a file holds. */
  long size(Path file) throws IOException;

  /** Makes a folder that only its owner can enter, where the file system knows owners. */
  void createFolder(Path folder) throws IOException;

  /** Makes a folder with the permissions that the umask leaves. */
  void createOpenFolder(Path folder) throws IOException;

  /** Makes a file that must not exist, with the permissions that the umask leaves. */
  OutputStream create(Path file) throws IOException;

  /**
   * Makes a file that must not exist, and that its owner alone can read and write, where the file
   * system knows owners.
   */
  OutputStream createPrivate(Path file) throws IOException;

  /**
   * Gives a file the mode of an earlier one, which it is to replace: nobody may read it who may not
   * read that one.
   */
  void takeAccess(Path file, Path earlier) throws IOException;

  /** Lets everybody read a file, where the file system knows users. */
  void letAllRead(Path file) throws IOException;

  /** When a file was changed last, as the file system says or as it was told. */
  Instant modified(Path file) throws IOException;

  /** Says when a file was changed last. */
  void setModified(Path file, Instant moment) throws IOException;

  /** Opens a file for reading. */
  InputStream read(Path file) throws IOException;

  /** Returns when a file's bytes are on the disk. */
  void forceFile(Path file) throws IOException;

  /** Returns when a folder's entries are on the disk. */
  void forceFolder(Path folder) throws IOException;

  /**
   * Gives a file a second name.
   *
   * @throws java.nio.file.FileAlreadyExistsException when that name is taken
   * @throws UnsupportedOperationException where there are no such links
   */
  void link(Path name, Path file) throws IOException;

  /** Renames a file in one step, over whatever file has the new name. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file, a link or an empty folder, if it is there. */
  void delete(Path path) throws IOException;

  /**
   * Makes a lock file that must not exist, and locks it against every other process: as alive, and
   * as undecided.
   *
   * @return empty when another process was looking at it in that moment; the file stays then
   */
  Optional<HeldLock> createLock(Path lockFile) throws IOException;

  /**
   * Locks a lock file that exists.
   *
   * @return empty when it is held, or not there any more
   */
  Optional<HeldLock> seizeLock(Path lockFile) throws IOException;

  /** Whether a living run holds a lock file; false when the file is not there. */
  boolean isHeld(Path lockFile) throws IOException;

  /** Returns once the holder of a lock file has decided or is gone. */
  void awaitDecision(Path lockFile) throws IOException;

  /** A lock that this run holds until it is closed or the process ends, however it ends. */
  interface HeldLock extends AutoCloseable {
    /** Lets those go on who await this holder's decision; the lock itself stays held. */
    void decide() throws IOException;

    /** Gives the lock up; the file stays. Idempotent. */
    @Override
    void close() throws IOException;
  }
}

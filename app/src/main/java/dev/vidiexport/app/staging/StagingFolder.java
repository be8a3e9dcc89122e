package dev.vidiexport.app.staging;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.staging.FileOperations.HeldLock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The private folder in which one run stages its output, held by a lock as long as the run lives.
 *
 * <p>A run first makes and locks its own folder and then looks for others, so of two that start
 * together at least one sees the other. A run that has decided wins over one that has not. Among
 * those that have not decided, the lowest name wins: the higher ones give way at once, and it waits
 * until they have decided. Exactly one is left, however many start.
 */
final class StagingFolder implements AutoCloseable {
  static final String LOCK = "lock";

  /** Each further round needs another run that starts in the same instant. */
  private static final int MOST_ROUNDS = 100;

  /** Between threads of one process the locks of the operating system do not hold. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final FileOperations files;
  private final Path path;
  private final HeldLock lock;

  private StagingFolder(FileOperations files, Path path, HeldLock lock) {
    this.files = files;
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the one staging folder that an output may have at a time, and removes those that dead
   * runs left.
   *
   * @param parent where it stands, by its real path
   * @throws OutputInUseException when another living run has one
   * @throws IOException when it cannot be made there
   */
  static StagingFolder reserve(FileOperations files, Path parent, StagingName name)
      throws IOException {
    return make(files, parent, name, true);
  }

  /**
   * Makes a staging folder that may stand beside those of other living runs, and removes those that
   * dead runs left.
   *
   * @param parent where it stands, by its real path
   * @throws IOException when it cannot be made there
   */
  static StagingFolder share(FileOperations files, Path parent, StagingName name)
      throws IOException {
    return make(files, parent, name, false);
  }

  private static StagingFolder make(
      FileOperations files, Path parent, StagingName name, boolean alone) throws IOException {
    synchronized (ONE_AT_A_TIME) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        Optional<StagingFolder> made = begin(files, parent.resolve(name.next()));
        if (made.isEmpty()) {
          continue;
        }
        StagingFolder folder = made.get();
        boolean kept = false;
        try {
          List<Path> others = folder.others(parent, name);
          if (alone) {
            folder.giveWay(others);
          }
          if (files.entryKind(folder.lockFile()) == EntryKind.ABSENT) {
            continue; // Taken for a dead run's in the moment before it was locked.
          }
          folder.lock.decide();
          others.forEach(other -> StagingCleanup.ifDead(files, other));
          kept = true;
          return folder;
        } finally {
          if (!kept) {
            folder.close();
          }
        }
      }
    }
    throw new IOException("too many other runs are starting at the same time");
  }

  private static Optional<StagingFolder> begin(FileOperations files, Path path) throws IOException {
    try {
      files.createFolder(path);
    } catch (FileAlreadyExistsException taken) {
      return Optional.empty();
    }
    Optional<HeldLock> lock = Optional.empty();
    try {
      lock = files.createLock(path.resolve(LOCK));
    } catch (NoSuchFileException removed) {
      return Optional.empty(); // Another run took the empty folder for a dead run's.
    } finally {
      if (lock.isEmpty()) {
        StagingCleanup.of(files, path);
      }
    }
    return lock.map(held -> new StagingFolder(files, path, held));
  }

  private List<Path> others(Path parent, StagingName name) throws IOException {
    return files.list(parent).stream()
        .filter(name::fits)
        .filter(entry -> !entry.equals(path))
        .sorted(Comparator.comparing(Path::toString))
        .toList();
  }

  private void giveWay(List<Path> others) throws IOException {
    for (Path other : others) {
      try {
        if (files.entryKind(other) == EntryKind.FOLDER && givesWay(other)) {
          throw OutputInUseException.living();
        }
      } catch (AccessDeniedException notOurs) {
        throw OutputInUseException.unknown(other);
      }
    }
  }

  private boolean givesWay(Path other) throws IOException {
    Path otherLock = other.resolve(LOCK);
    if (!files.isHeld(otherLock)) {
      return false;
    }
    if (other.toString().compareTo(path.toString()) < 0) {
      return true;
    }
    files.awaitDecision(otherLock);
    return files.isHeld(otherLock);
  }

  private Path lockFile() {
    return path.resolve(LOCK);
  }

  /**
   * Finds out whether a file here can be forced to the disk, as it is before it gets its name: some
   * file systems cannot, and would say so only when all rows have come.
   *
   * @throws IOException when it cannot
   */
  void requireForce() throws IOException {
    // Not the lock: to close a file gives up what this process has locked of it.
    Path trial = path.resolve("trial");
    files.create(trial).close();
    try {
      files.forceFile(trial);
      files.delete(trial);
    } catch (IOException unable) {
      throw new IOException(
          "files on its file system cannot be forced to the disk: "
              + FileSystemReason.of(unable, "a file is in the way"),
          unable);
    }
  }

  /** Where it stands. */
  Path path() {
    return path;
  }

  /** Removes the folder with all it holds, as far as possible, and gives up the lock. */
  @Override
  public void close() {
    StagingCleanup.ofStaging(files, path);
    try {
      lock.close();
    } catch (IOException held) {
      // It ends with the process at the latest, and its folder is gone.
      return;
    }
  }
}

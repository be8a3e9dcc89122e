package dev.vidiexport.app.staging;

import dev.vidiexport.app.staging.FileOperations.HeldLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock file that a living run holds. The operating system gives the lock up when the process
 * ends, by SIGKILL too. Its first byte is locked while the run lives, its second until the run
 * knows whether it is the one that writes the output.
 *
 * <p>Those who only look take the lock shared, so that two of them never take each other for a
 * holder.
 */
final class LockFile implements HeldLock {
  private static final long ALIVE = 0;
  private static final long UNDECIDED = 1;

  /**
   * What this process holds. A file in here must not even be opened again: where locks are POSIX's,
   * closing any descriptor of a file gives up every lock that the process has on it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final FileLock undecided;

  private LockFile(Path path, FileChannel channel, FileLock undecided) {
    this.path = path;
    this.channel = channel;
    this.undecided = undecided;
  }

  static Optional<HeldLock> create(Path path) throws IOException {
    return lock(
        path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  static Optional<HeldLock> seize(Path path) throws IOException {
    if (HELD_HERE.contains(path)) {
      return Optional.empty();
    }
    try {
      return lock(
          path, FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static Optional<HeldLock> lock(Path path, FileChannel channel) throws IOException {
    boolean held = false;
    try {
      FileLock alive = channel.tryLock(ALIVE, 1, false);
      FileLock undecided = alive == null ? null : channel.tryLock(UNDECIDED, 1, false);
      if (undecided == null) {
        return Optional.empty();
      }
      HELD_HERE.add(path);
      held = true;
      return Optional.of(new LockFile(path, channel, undecided));
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  static boolean isHeld(Path path) throws IOException {
    if (HELD_HERE.contains(path)) {
      return true;
    }
    try (FileChannel channel = openToLook(path);
        FileLock alive = channel.tryLock(ALIVE, 1, true)) {
      return alive == null;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  static void awaitDecision(Path path) throws IOException {
    // Reservations of one process come one after the other, so its own holders have decided.
    if (HELD_HERE.contains(path)) {
      return;
    }
    try (FileChannel channel = openToLook(path);
        FileLock decided = channel.lock(UNDECIDED, 1, true)) {
      decided.release();
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  private static FileChannel openToLook(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void decide() throws IOException {
    undecided.release();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(path);
    }
  }
}

package dev.vidiexport.app.limits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * Places that living processes hold by locks on single bytes of a file, far behind its content. The
 * operating system gives a lock up when its process ends, by SIGKILL too, so that there is no such
 * thing as a stale one.
 */
final class SlotLocks {
  private static final long BEHIND_THE_CONTENT = 1L << 30;
  private static final int TRIES_FOR_MUTEX = 2_000;

  private final FileChannel channel;

  SlotLocks(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes sure that nobody else changes the file meanwhile. Everybody does so for a moment only, so
   * it is tried a few times; but somebody could have been stopped within that moment.
   *
   * @return null when somebody else does
   */
  @Nullable FileLock mutex() throws IOException {
    for (int tries = 0; tries < TRIES_FOR_MUTEX; tries++) {
      FileLock lock = take(0);
      if (lock != null) {
        return lock;
      }
      Thread.onSpinWait();
    }
    return null;
  }

  /**
   * How many of several places are held, by this process or by others.
   *
   * @param first the number of the first of them; positive
   * @param places how many there are
   */
  int held(int first, int places) throws IOException {
    int held = 0;
    for (int place = first; place < first + places; place++) {
      held += isHeld(place) ? 1 : 0;
    }
    return held;
  }

  /**
   * Takes the first of several places that is free.
   *
   * @param first the number of the first of them; positive
   * @param places how many there are
   * @return null when all are held
   */
  @Nullable FileLock takeAny(int first, int places) throws IOException {
    FileLock taken = null;
    for (int place = first; taken == null && place < first + places; place++) {
      taken = take(place);
    }
    return taken;
  }

  /** The number of the place that a lock is on. */
  static int place(FileLock lock) {
    return (int) (lock.position() - BEHIND_THE_CONTENT);
  }

  /** Whether anybody holds a place, this process included. */
  boolean isHeld(int place) throws IOException {
    FileLock lock = take(place);
    if (lock == null) {
      return true;
    }
    lock.release();
    return false;
  }

  /**
   * Takes all places at once, the mutex included.
   *
   * @return null when anybody holds any of them
   */
  @Nullable FileLock all() throws IOException {
    return take(0, Long.MAX_VALUE - BEHIND_THE_CONTENT);
  }

  private @Nullable FileLock take(int place) throws IOException {
    return take(place, 1);
  }

  private @Nullable FileLock take(int place, long places) throws IOException {
    try {
      return channel.tryLock(BEHIND_THE_CONTENT + place, places, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }
}

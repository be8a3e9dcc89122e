package dev.vidiexport.app.limits;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The number of a run among those that wait for one another, from 0 on. It is a lock, which goes
 * with the run's process, and is taken when the run has to wait for the first time. Not
 * thread-safe.
 */
final class RunNumber {
  /** More runs than these may wait at a time, but nobody knows of the others. */
  static final int RUNS = 32;

  private final SlotLocks slots;
  private final int first;
  private @Nullable FileLock lock;

  /**
   * No number yet.
   *
   * @param first the first of the places of the runs
   */
  RunNumber(SlotLocks slots, int first) {
    this.slots = slots;
    this.first = first;
  }

  /**
   * The number, which stays the same. Whoever asks holds the file's mutex.
   *
   * @return empty while there are so many runs that none is left
   */
  OptionalInt get() throws IOException {
    if (lock == null) {
      lock = slots.takeAny(first, RUNS);
    }
    return lock == null ? OptionalInt.empty() : OptionalInt.of(SlotLocks.place(lock) - first);
  }

  /** Whether it is the number of another run that lives. */
  boolean isOfAnother(int number) throws IOException {
    boolean own = lock != null && SlotLocks.place(lock) == first + number;
    return !own && slots.isHeld(first + number);
  }
}

package dev.vidiexport.sinks.sqlite;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sqlite.BusyHandler;

/**
 * Waits for other programs' locks, so long and no longer, or until the thread is interrupted.
 *
 * <p>SQLite asks it also where it wants to make room in memory while somebody reads the file; it
 * then takes more memory when the answer is no, and asks again at the next page. So whoever writes
 * must ask whether the patience {@link #isOver}.
 */
final class LockPatience extends BusyHandler {
  private static final long PAUSE_MILLIS = 20;
  private static final int GIVE_UP = 0;
  private static final int TRY_AGAIN = 1;

  private final Duration limit;
  private long begin;
  private boolean over;

  LockPatience(Duration limit) {
    this.limit = limit;
  }

  @Override
  protected int callback(int timesBefore) {
    if (timesBefore == 0) {
      begin = System.nanoTime();
    }
    over = over || System.nanoTime() - begin >= limit.toNanos() || !paused();
    return over ? GIVE_UP : TRY_AGAIN;
  }

  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether a lock was not to be had in time. */
  boolean isOver() {
    return over;
  }
}

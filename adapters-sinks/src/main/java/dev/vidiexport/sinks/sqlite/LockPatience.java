package dev.vidiexport.sinks.sqlite;

import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * Waits for other programs' locks, so long and no longer, or until the thread is interrupted.
 *
 * <p>SQLite asks it also where it wants to make room in memory while somebody reads the file; it
 * then takes more memory when the answer is no, and asks again at the next page. So whoever writes
 * must ask whether the patience {@link #isOver}.
 */
final class LockPatience extends BusyHandler {
  private static final int GIVE_UP = 0;
  private static final int TRY_AGAIN = 1;

  private final Patience patience;
  private Duration waited = Duration.ZERO;
  private boolean over;
  private boolean interrupted;

  LockPatience(Patience patience) {
    this.patience = patience;
  }

  /** SQLite counts for each wait anew, and so does not tell how long all of them were. */
  @Override
  protected int callback(int timesOfThisWait) {
    over = over || waited.compareTo(patience.limit()) >= 0 || !paused();
    return over ? GIVE_UP : TRY_AGAIN;
  }

  private boolean paused() {
    try {
      waited = waited.plus(patience.pause().pass());
      return true;
    } catch (InterruptedException ended) {
      interrupted = true;
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What was waited for is there; what comes next may take as long again. */
  void renew() {
    waited = Duration.ZERO;
  }

  /** Whether a lock was not to be had in time, or the wait for it was interrupted. */
  boolean isOver() {
    return over;
  }

  /** Whether a wait was interrupted. */
  boolean isInterrupted() {
    return interrupted;
  }
}

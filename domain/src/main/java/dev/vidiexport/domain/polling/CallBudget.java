package dev.vidiexport.domain.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Keeps the number of calls within a sliding window. Knows no clock: every method is told the
 * moment, as the time elapsed since some fixed start. Thread-safe.
 *
 * <p>The service counts a call when it arrives, which is some time after it was sent and before its
 * answer began. So a call under way holds its place, and one that has ended holds it until a whole
 * window after its <em>end</em>: however long calls travel, the service never sees more than it
 * takes.
 */
public final class CallBudget {
  private final int calls;
  private final Duration rateWindow;

  /** When the calls of the last window ended, the oldest first; never more than {@code calls}. */
  private final Deque<Duration> ends = new ArrayDeque<>();

  private int underWay;

  public CallBudget(ServiceLimits limits) {
    this.calls = limits.calls();
    this.rateWindow = limits.rateWindow();
  }

  /**
   * Takes a place for a call that is made now, if there is one besides those that are to be spared.
   *
   * @param spare how many places must be left; not negative. Of fewer places than these and one,
   *     all are needed
   * @param now the moment; not before that of any earlier method call
   * @return zero when the place was taken, and {@link #end} must follow; otherwise how long to wait
   *     before asking again, positive and at most one window
   */
  public synchronized Duration take(int spare, Duration now) {
    if (spare < 0) {
      throw new IllegalArgumentException("spare must not be negative, but was " + spare);
    }
    while (!ends.isEmpty() && now.minus(ends.getFirst()).compareTo(rateWindow) >= 0) {
      ends.removeFirst();
    }
    int tooMany = ends.size() + underWay + 1 + Math.min(spare, calls - 1) - calls;
    if (tooMany <= 0) {
      underWay++;
      return Duration.ZERO;
    }
    // If the places are held by calls under way, nobody knows when one will end: look again in a
    // while.
    return ends.size() < tooMany ? rateWindow : rateWindow.minus(now.minus(endOf(tooMany)));
  }

  /** When the call ended that is so far from the first that is remembered, counted from 1. */
  private Duration endOf(int number) {
    Iterator<Duration> remembered = ends.iterator();
    Duration end = remembered.next();
    for (int skipped = 1; skipped < number; skipped++) {
      end = remembered.next();
    }
    return end;
  }

  /** A call that took a place was not made, and never will be. */
  public synchronized void giveBack() {
    requireUnderWay();
    underWay--;
  }

  private void requireUnderWay() {
    if (underWay == 0) {
      throw new IllegalStateException("No call is under way that could end");
    }
  }

  /**
   * A call that took a place has surely reached the service by now, or failed.
   *
   * @param now the moment; not before that of any earlier method call
   */
  public synchronized void end(Duration now) {
    requireUnderWay();
    underWay--;
    ends.addLast(now);
  }
}

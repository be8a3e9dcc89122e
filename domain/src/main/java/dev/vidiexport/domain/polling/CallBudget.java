package dev.vidiexport.domain.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

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
   * Takes a place for a call that is made now, if there is one.
   *
   * @param now the moment; not before that of any earlier method call
   * @return zero when the place was taken, and {@link #end} must follow; otherwise how long to wait
   *     before asking again, positive and at most one window
   */
  public synchronized Duration take(Duration now) {
    while (!ends.isEmpty() && now.minus(ends.getFirst()).compareTo(rateWindow) >= 0) {
      ends.removeFirst();
    }
    if (ends.size() + underWay < calls) {
      underWay++;
      return Duration.ZERO;
    }
    // If all places are held by calls under way, nobody knows when one will end: look again in a
    // while.
    return ends.isEmpty() ? rateWindow : rateWindow.minus(now.minus(ends.getFirst()));
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

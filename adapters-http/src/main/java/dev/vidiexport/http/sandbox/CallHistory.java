package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls, and refuses those beyond the limit of a minute. Thread-safe. */
final class CallHistory {
  private static final int CALLS_OF_MINUTE = 50;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final boolean limits;
  private final Deque<Instant> lastMinute = new ArrayDeque<>();
  private long calls;
  private long refused;
  private long rebuilds;
  private int underWay;
  private int mostAtOnce;

  CallHistory(boolean limits) {
    this.limits = limits;
  }

  synchronized void begin() {
    calls++;
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
  }

  synchronized void end() {
    underWay--;
  }

  synchronized void countRefusal() {
    refused++;
  }

  synchronized void countRebuild() {
    rebuilds++;
  }

  /**
   * Lets a call of the user in.
   *
   * @throws Refusal when there were too many in the minute before
   */
  synchronized void admit(Instant now) {
    if (!limits) {
      return;
    }
    Instant minuteAgo = now.minus(MINUTE);
    while (!lastMinute.isEmpty() && !lastMinute.getFirst().isAfter(minuteAgo)) {
      lastMinute.removeFirst();
    }
    if (lastMinute.size() >= CALLS_OF_MINUTE) {
      throw Refusal.tooMany(
          "Too many calls: at most %s a minute".formatted(CALLS_OF_MINUTE),
          Duration.between(minuteAgo, lastMinute.getFirst()));
    }
    lastMinute.addLast(now);
  }

  synchronized SandboxStatistics statistics() {
    return new SandboxStatistics(calls, refused, rebuilds, mostAtOnce);
  }
}

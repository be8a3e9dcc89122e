package dev.vidiexport.sinks.sqlite;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How other programs' locks are waited for. Immutable.
 *
 * @param limit how long, all waits together, until a run is the one who writes, and as long again
 *     until those who read let it commit
 * @param pause what passes the time until a lock is asked for again
 */
record Patience(Duration limit, Pause pause) {
  private static final long PAUSE_MILLIS = 20;

  /** Passes some time. */
  @FunctionalInterface
  interface Pause {
    /** Returns the time that has passed. */
    Duration pass() throws InterruptedException;
  }

  static Patience of(Duration limit) {
    return new Patience(
        limit,
        () -> {
          long begin = System.nanoTime();
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
          return Duration.ofNanos(System.nanoTime() - begin);
        });
  }
}

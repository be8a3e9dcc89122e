package dev.vidiexport.domain.port;

import java.time.Duration;

/**
 * Time, as a run sees it: how much has passed, and how to let some pass. It is one time for all
 * threads. Thread-safe.
 */
public interface Pacer {
  /**
   * How long the run has lasted: never negative, never less than before, whatever the clock does.
   */
  Duration elapsed();

  /**
   * Waits, so that at least so much more has elapsed when it returns. Returns early, at once, when
   * {@link #cancel} has been or is called, or when the thread has been or is interrupted, which it
   * then still is. Who needs to know which of these it was has to look.
   *
   * @param pause how long, at most 292 years; zero or less returns at once
   */
  void pause(Duration pause);

  /** Ends the wait under way and every later one. From any thread; may be called more than once. */
  void cancel();
}

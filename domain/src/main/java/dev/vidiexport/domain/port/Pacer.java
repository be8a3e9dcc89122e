package dev.vidiexport.domain.port;

import java.time.Duration;

/** Time, as a run sees it: how much has passed, and how to let some pass. Thread-safe. */
public interface Pacer {
  /**
   * How long the run has lasted: never negative, never less than before, whatever the clock does.
   */
  Duration elapsed();

  /**
   * Waits. Returns early, at once, when {@link #cancel} has been or is called.
   *
   * @param pause how long; zero or less returns at once
   */
  void pause(Duration pause);

  /** Ends the wait under way and every later one. From any thread. */
  void cancel();
}

package dev.vidiexport.domain.port;

import java.time.Instant;

/**
 * The time of a history: the machine's clock, or a moment that stands for it together with the time
 * that has passed since. Thread-safe.
 */
@FunctionalInterface
public interface HistoryClock {
  /** The present moment. */
  Instant now();

  /**
   * The moment at which the run began, not after {@link #now}: by it runs follow one another. Of a
   * clock that does not say otherwise it is the present moment.
   */
  default Instant start() {
    return now();
  }
}

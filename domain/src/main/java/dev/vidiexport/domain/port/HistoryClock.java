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
}

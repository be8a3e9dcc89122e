package dev.vidiexport.app.history;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Pacer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times by which histories go: the machine's clock, or a moment that goes on from the start.
 */
final class RunningClock {
  private RunningClock() {}

  /**
   * A clock.
   *
   * @param asOf the moment that stands for the present at the start; empty for the machine's clock
   * @param time what has passed since
   */
  static HistoryClock of(Optional<Instant> asOf, Pacer time) {
    // The ledger keeps milliseconds; a finer clock would make moments that are read back differ.
    return asOf.<HistoryClock>map(
            start -> () -> start.plus(time.elapsed()).truncatedTo(ChronoUnit.MILLIS))
        .orElse(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}

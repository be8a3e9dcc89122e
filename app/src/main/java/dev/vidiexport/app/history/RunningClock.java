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
    return asOf.<HistoryClock>map(start -> () -> whole(start.plus(time.elapsed())))
        .orElseGet(RunningClock::ofMachine);
  }

  /** The machine's clock. */
  static HistoryClock ofMachine() {
    return () -> whole(Instant.now());
  }

  /** The ledger keeps seconds; a finer clock would say that a run was before itself. */
  private static Instant whole(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }
}

package dev.vidiexport.app.history;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Pacer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times by which histories go: the machine's clock, or a moment that goes on from the start.
 * Immutable.
 *
 * @param asOf the moment that stands for the present at the start; empty for the machine's clock
 * @param start when the run began
 * @param time what has passed since
 */
record RunningClock(Optional<Instant> asOf, Instant start, Pacer time) implements HistoryClock {
  /**
   * A clock of a run that begins now.
   *
   * @param asOf the moment that stands for the present; empty for the machine's clock
   * @param time what has passed since
   */
  static HistoryClock of(Optional<Instant> asOf, Pacer time) {
    return new RunningClock(
        asOf, asOf.map(RunningClock::kept).orElseGet(RunningClock::machine), time);
  }

  /** What the machine's clock says. */
  static Instant machine() {
    return kept(Instant.now());
  }

  @Override
  public Instant now() {
    return asOf.map(moment -> kept(moment.plus(time.elapsed()))).orElseGet(RunningClock::machine);
  }

  /** The ledger keeps seconds; a finer clock would say that a run was before itself. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }
}

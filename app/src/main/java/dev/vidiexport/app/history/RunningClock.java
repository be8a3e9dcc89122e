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
    return new RunningClock(asOf, kept(asOf.orElseGet(Instant::now)), time);
  }

  @Override
  public Instant now() {
    return kept(asOf.map(moment -> moment.plus(time.elapsed())).orElseGet(Instant::now));
  }

  /** The ledger keeps milliseconds; a finer clock would make moments that are read back differ. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }
}

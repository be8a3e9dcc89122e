package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.port.HistoryClock;
import java.time.Duration;
import java.time.Instant;

/** How long a sync waits for what is not due yet. For the thread of the sync. */
final class DueWaits {
  private final HistoryClock clock;
  private final Instant latest;

  /**
   * The waits of a sync that begins now.
   *
   * @param waits whether it waits at all
   */
  DueWaits(HistoryClock clock, boolean waits) {
    this.clock = clock;
    Instant now = clock.now();
    this.latest = waits ? now.plus(PlanSettings.DUE_SOON) : now;
  }

  /** Up to when a plan that is made at a moment takes what becomes due. */
  Instant until(Instant now) {
    return now.isAfter(latest) ? now : latest;
  }

  /** Whether a slice may be asked for. */
  boolean isOver(PlannedSlice slice) {
    return left(slice).isZero();
  }

  /** How long it is to be waited for; nothing where it may be asked for. */
  Duration left(PlannedSlice slice) {
    Duration left =
        slice
            .notBefore()
            .map(moment -> Duration.between(clock.now(), moment))
            .orElse(Duration.ZERO);
    return left.isNegative() ? Duration.ZERO : left;
  }
}

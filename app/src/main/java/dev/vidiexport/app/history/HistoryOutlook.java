package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.planning.HistoryPlan;
import java.time.Instant;

/**
 * A plan, and what it takes under the limits that are kept. Immutable.
 *
 * @param asOf the moment for which it was made
 * @param callsPerMinute how many calls may be made in a minute
 */
record HistoryOutlook(Instant asOf, HistoryPlan plan, int callsPerMinute) {
  HistoryOutlook {
    requireNonNull(asOf, "asOf must not be null");
    requireNonNull(plan, "plan must not be null");
  }

  /** How many calls a sync would make at least. */
  long calls() {
    return plan.calls(ListLocations.CALLS_OF_TOPOLOGY);
  }

  /** How long that takes at least. */
  long leastSeconds() {
    return HistoryPlan.leastSeconds(calls(), callsPerMinute);
  }
}

package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;

/**
 * How a run waits, and for how long.
 *
 * @param firstDelay the first wait between polls
 * @param longestDelay the longest one
 * @param deadline how long the run may take
 * @param limits what the service takes, where the run is the only one of its process
 */
record Pace(Duration firstDelay, Duration longestDelay, Duration deadline, ServiceLimits limits) {
  static final Pace CALM =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          ServiceLimits.documented());

  private static final int DOCUMENTED_CALLS = ServiceLimits.documented().calls();

  static Pace of(SeededChance chance) {
    if (chance.in(0.03)) {
      return new Pace(
          chance.millis(200, 500),
          chance.millis(500, 900),
          chance.seconds(60, 140),
          limits(DOCUMENTED_CALLS));
    }
    Duration deadline =
        chance.in(0.3)
            ? chance.seconds(2, 60)
            : chance.in(0.8) ? chance.seconds(60, 900) : Duration.ofHours(1);
    Duration firstDelay = chance.in(0.5) ? Duration.ofSeconds(1) : chance.millis(300, 5_000);
    Duration longest = chance.seconds(5, 60);
    Duration least = deadline.dividedBy(40);
    return new Pace(
        firstDelay,
        longest.compareTo(least) < 0 ? least : longest,
        deadline,
        limits(chance.in(0.4) ? chance.between(2, 8) : DOCUMENTED_CALLS));
  }

  private static ServiceLimits limits(int calls) {
    ServiceLimits documented = ServiceLimits.documented();
    return new ServiceLimits(
        calls, documented.rateWindow(), documented.connections(), documented.exports());
  }

  Pace withDeadline(Duration deadline) {
    return new Pace(firstDelay, longestDelay, deadline, limits);
  }
}

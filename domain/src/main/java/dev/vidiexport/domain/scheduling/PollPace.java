package dev.vidiexport.domain.scheduling;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;

/**
 * How often exports are asked how they stand, and which of them is first. Nobody knows how long
 * VidiCenter builds. For one thread at a time.
 */
final class PollPace {
  /** A wait of this part of an export's age adds half as much to its time, on average. */
  private static final int PART_OF_AGE = 100;

  private final Duration gap;
  private final Duration leastPause;
  private final Duration longestPause;
  private final BuildTimes buildTimes = new BuildTimes();
  private Duration nextPoll = Duration.ZERO;

  PollPace(ServiceLimits limits, Duration leastPause, Duration longestPause) {
    this.gap = limits.rateWindow().dividedBy(limits.calls());
    this.leastPause = leastPause;
    this.longestPause = longestPause;
  }

  /** Polls are spread over the rate window, so that there is always room for one soon. */
  Duration gap() {
    return gap;
  }

  /** When there may be another poll. */
  Duration nextPoll() {
    return nextPoll;
  }

  /** When there may be another poll of an export: the older it is, the later. */
  Duration nextPoll(BegunExport<?> export) {
    Duration part = export.ageWhenAsked().dividedBy(PART_OF_AGE);
    Duration pause = part.compareTo(leastPause) > 0 ? part : leastPause;
    return export.lastAsked().plus(pause.compareTo(longestPause) < 0 ? pause : longestPause);
  }

  /** The time that is lost as long as nobody asks is what a poll can save: the most comes first. */
  double urgency(BegunExport<?> export, Duration now) {
    return buildTimes.likelyIdleSeconds(export.ageWhenUnready(), export.age(now));
  }

  void polled(Duration now) {
    nextPoll = now.plus(gap);
  }

  /** An export is found to be built by the call for it that was made last. */
  void built(BegunExport<?> export) {
    if (!export.ageWhenAsked().isZero()) {
      buildTimes.add(export.ageWhenUnready(), export.ageWhenAsked());
    }
  }
}

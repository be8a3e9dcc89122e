package dev.vidiexport.domain.scheduling;

import dev.vidiexport.domain.polling.LimitReached;
import java.time.Duration;

/**
 * What there was no room for, and when to look again. Other runs of the user share the limits, so
 * that nobody knows before. For one thread at a time.
 */
final class RoomShortage {
  /** How soon to look again for what somebody else holds, nobody knows until when. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private Duration nextCall = Duration.ZERO;
  private Duration nextPoll = Duration.ZERO;
  private Duration nextBuild = Duration.ZERO;

  void add(LimitReached reached, boolean isPoll, Duration now) {
    Duration moment = now.plus(reached.least().orElse(LOOK_AGAIN));
    switch (reached.limit()) {
      case EXPORTS -> nextBuild = moment;
      case CALLS -> {
        if (isPoll) {
          nextPoll = moment;
        } else {
          nextCall = moment;
        }
      }
      case CONNECTIONS, PAUSE, RECORDS -> nextCall = moment;
    }
  }

  /** When any call may be possible again. */
  Duration nextCall() {
    return nextCall;
  }

  /** When a call may be possible again that leaves room for others. */
  Duration nextPoll() {
    return nextPoll;
  }

  /** When a build may be possible again. */
  Duration nextBuild() {
    return nextBuild;
  }
}

package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;

/**
 * What is planned for the process that the runs are in.
 *
 * @param limits what the service takes, and the program knows
 * @param sharing with whom the process shares them
 * @param signalAt when the process is told to end
 * @param jumpAt when the date jumps
 * @param jump how far it does
 */
record ProcessSchedule(
    ServiceLimits limits,
    SharingSchedule sharing,
    Duration signalAt,
    Duration jumpAt,
    Duration jump) {
  /** The process of one run. */
  static ProcessSchedule of(SharingSchedule sharing, Pace pace, SeededChance chance) {
    return new ProcessSchedule(
        pace.limits(),
        sharing,
        chance.in(0.05) ? chance.millis(0, pace.deadline().toMillis() / 3) : Schedule.NEVER,
        chance.in(0.1) ? chance.seconds(0, 60) : Schedule.NEVER,
        chance.in(0.5) ? chance.seconds(60, 7_200) : chance.seconds(60, 7_200).negated());
  }

  /** The same process with several runs, for which the limits are often too low. */
  ProcessSchedule ofSeveral(SeededChance chance) {
    int calls =
        chance.in(0.3)
            ? chance.between(2, 8)
            : chance.in(0.5) ? chance.between(9, 25) : ServiceLimits.documented().calls();
    ServiceLimits low =
        new ServiceLimits(calls, limits.rateWindow(), chance.between(1, 2), chance.between(1, 3));
    return new ProcessSchedule(
        low,
        chance.in(0.8) ? sharing.withOthers(chance) : sharing,
        chance.in(0.12) ? chance.millis(0, 40_000) : Schedule.NEVER,
        jumpAt,
        jump);
  }

  /** The same process on a calm day. */
  ProcessSchedule calm() {
    return new ProcessSchedule(
        ServiceLimits.documented(),
        sharing.withoutOthers(),
        Schedule.NEVER,
        Schedule.NEVER,
        Duration.ZERO);
  }
}

package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.List;

/**
 * What is planned for one run; all of it follows from the seed.
 *
 * @param firstDelay the first wait between polls
 * @param longestDelay the longest one
 * @param deadline how long the run may take
 * @param limits what the service takes, and the program knows
 * @param sharing with whom the program shares them
 * @param forceRebuild whether a rebuild is asked for
 * @param overwrite whether an existing file may be replaced
 * @param earlierFile whether there is one
 * @param format what is written
 * @param troubles those that may meet a call
 * @param troubleShare how likely one meets a call
 * @param refusalShare how likely an answer ends the run
 * @param shapeShare how likely an answer looks odd
 * @param exports what becomes of the builds at the service
 * @param disk what the disk does
 * @param signalAt when the run is told to end
 * @param jumpAt when the date jumps
 * @param jump how far it does
 */
record Schedule(
    long seed,
    Duration firstDelay,
    Duration longestDelay,
    Duration deadline,
    ServiceLimits limits,
    SharingPlan sharing,
    boolean forceRebuild,
    boolean overwrite,
    boolean earlierFile,
    Format format,
    List<Fault> troubles,
    double troubleShare,
    double refusalShare,
    double shapeShare,
    ExportPlan exports,
    DiskPlan disk,
    Duration signalAt,
    Duration jumpAt,
    Duration jump) {
  static final Duration NEVER = Duration.ofDays(36_500);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  static Schedule of(long seed) {
    Chance chance = Chance.of(seed, "schedule");
    Pace pace = pace(chance);
    boolean stormy = chance.in(0.15);
    boolean earlierFile = chance.in(0.4);
    ExportPlan exports = ExportPlan.of(chance);
    return new Schedule(
        seed,
        pace.firstDelay(),
        pace.longestDelay(),
        pace.deadline(),
        pace.limits(),
        SharingPlan.of(Chance.of(seed, "sharing")),
        chance.in(0.3),
        earlierFile || chance.in(0.3),
        earlierFile,
        chance.in(0.6) ? Format.CSV : chance.oneOf(List.of(Format.values())),
        troubles(chance),
        stormy ? 0.95 : chance.oneOf(List.of(0.0, 0.1, 0.3, 0.5)),
        chance.oneOf(List.of(0.0, 0.0, 0.08)),
        chance.oneOf(List.of(0.1, 0.5)),
        exports,
        exports.isLarge() ? DiskPlan.CALM : DiskPlan.of(chance),
        chance.in(0.05) ? chance.millis(0, pace.deadline().toMillis() / 3) : NEVER,
        chance.in(0.1) ? chance.seconds(0, 60) : NEVER,
        chance.in(0.5) ? chance.seconds(60, 7_200) : chance.seconds(60, 7_200).negated());
  }

  /** The same program on a calm day, after whatever happened. */
  Schedule calm() {
    return new Schedule(
        seed,
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofHours(1),
        ServiceLimits.documented(),
        sharing.withoutOthers(),
        false,
        true,
        false,
        format,
        List.of(),
        0,
        0,
        0,
        ExportPlan.CALM,
        DiskPlan.CALM,
        NEVER,
        NEVER,
        Duration.ZERO);
  }

  /** Chance for one purpose of this run. */
  Chance chance(String purpose) {
    return Chance.of(seed, purpose);
  }

  private static Pace pace(Chance chance) {
    if (chance.in(0.03)) {
      return new Pace(
          chance.millis(200, 500), chance.millis(500, 900), chance.seconds(60, 140), limits(50));
    }
    Duration deadline =
        chance.in(0.3) ? chance.seconds(2, 60) : chance.in(0.8) ? chance.seconds(60, 900) : hour();
    Duration firstDelay = chance.in(0.5) ? Duration.ofSeconds(1) : chance.millis(300, 5_000);
    Duration longest = chance.seconds(5, 60);
    Duration least = deadline.dividedBy(40);
    return new Pace(
        firstDelay,
        longest.compareTo(least) < 0 ? least : longest,
        deadline,
        limits(chance.in(0.4) ? chance.between(2, 8) : 50));
  }

  private static Duration hour() {
    return Duration.ofHours(1);
  }

  private static ServiceLimits limits(int calls) {
    ServiceLimits documented = ServiceLimits.documented();
    return new ServiceLimits(calls, WINDOW, documented.connections(), documented.exports());
  }

  private static List<Fault> troubles(Chance chance) {
    List<Fault> all = Fault.of(Fault.Kind.TROUBLE);
    if (chance.in(0.6)) {
      return all;
    }
    return List.of(chance.oneOf(all), chance.oneOf(all), chance.oneOf(all));
  }

  private record Pace(
      Duration firstDelay, Duration longestDelay, Duration deadline, ServiceLimits limits) {}
}

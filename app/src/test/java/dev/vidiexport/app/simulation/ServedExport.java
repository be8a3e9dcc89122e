package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One export at the service, the one that one run asks for: what is built of it, kept and lost. */
final class ServedExport {
  /** Builds of one export are fewer, so that no number is that of a build of another. */
  static final int NUMBERS = 10_000;

  private final RunSchedule run;
  private final ExportSchedule exportSchedule;
  private final SimulatedVidiCenter service;
  private final SimulatedClock clock;
  private final ReachedFaults faults;
  private final Replies replies;
  private final SeededChance chance;
  private final List<Build> builds = new ArrayList<>();
  private final List<Duration> rebuilds = new ArrayList<>();
  private Optional<Build> current = Optional.empty();
  private Optional<Build> spokenOf = Optional.empty();
  private Duration replacedAt;

  ServedExport(
      RunSchedule run, SimulatedVidiCenter service, SimulatedClock clock, ReachedFaults faults) {
    this.run = run;
    this.exportSchedule = run.exports();
    this.service = service;
    this.clock = clock;
    this.faults = faults;
    this.replies = new Replies(run, this, clock);
    this.chance = run.chance("service");
    this.replacedAt = exportSchedule.replacedEvery();
    if (exportSchedule.known()) {
      Duration ready = chance.in(0.7) ? Duration.ZERO : buildTime();
      begin(Duration.ZERO, ready);
    }
  }

  /** What comes back for calls. */
  Replies replies() {
    return replies;
  }

  /** What the service says to a call that arrived. */
  Said ask(boolean rebuild) {
    Duration now = clock.elapsed();
    beReplaced(now);
    if (rebuild) {
      rebuilds.add(now);
    }
    boolean expired = current.isPresent() && now.compareTo(current.get().expires()) >= 0;
    if (expired && current.equals(spokenOf)) {
      faults.reach(Fault.CACHE_EXPIRED);
    }
    if (rebuild || expired || current.isEmpty()) {
      Duration begin = service.roomForBuild(this);
      return say("started", begin(begin, begin.plus(buildTime())));
    }
    Build build = current.get();
    if (spokenOf.isPresent() && !expired && spokenOf.get().number() != build.number()) {
      faults.reach(Fault.BUILD_REPLACED);
    }
    if (build.isUnderWay(now)) {
      if (exportSchedule.stalls()) {
        faults.reach(Fault.BUILD_STALLED);
      }
      if (now.compareTo(build.begin()) < 0) {
        faults.reach(Fault.BUILD_WAITS_FOR_ANOTHER);
      }
      return say("in_progress", build);
    }
    return say(build.fails() ? "failed" : "finished", build);
  }

  private Said say(String state, Build build) {
    spokenOf = Optional.of(build);
    return new Said(state, build);
  }

  private void beReplaced(Duration now) {
    while (now.compareTo(replacedAt) >= 0) {
      boolean building = chance.in(0.5);
      begin(replacedAt, building ? replacedAt.plus(chance.seconds(0, 4)) : replacedAt);
      replacedAt = replacedAt.plus(exportSchedule.replacedEvery());
      if (now.compareTo(replacedAt.plus(exportSchedule.replacedEvery().multipliedBy(3))) > 0) {
        replacedAt = now;
      }
    }
  }

  private Build begin(Duration begin, Duration ready) {
    boolean large = exportSchedule.rows().most() > ExportSchedule.SAMPLED_ROWS;
    Build build =
        new Build(
            (run.number() - 1) * NUMBERS + builds.size() + 1,
            begin,
            ready,
            ready.plus(exportSchedule.life()),
            chance.in(exportSchedule.failureShare()),
            chance.between(exportSchedule.rows().least(), exportSchedule.rows().most()),
            large ? exportSchedule.drift() : ExportSchedule.Drift.NONE);
    builds.add(build);
    current = Optional.of(build);
    return build;
  }

  private Duration buildTime() {
    if (exportSchedule.stalls()) {
      return Schedule.NEVER;
    }
    return Duration.ofMillis(
        (long) (exportSchedule.buildTime().toMillis() * (0.5 + chance.random().nextDouble())));
  }

  /** Whether a number is that of a build of another export. */
  boolean isOfAnother(int build) {
    return (build - 1) / NUMBERS != run.number() - 1;
  }

  /** The build that the service speaks of now, if it has any. */
  Optional<Build> current() {
    return current;
  }

  List<Build> builds() {
    return builds;
  }

  /** When the service was told to rebuild, and did. */
  List<Duration> rebuilds() {
    return rebuilds;
  }

  /**
   * What the service says of an export.
   *
   * @param build the one it speaks of
   */
  record Said(String state, Build build) {
    boolean hasRows() {
      return state.equals("finished");
    }
  }
}

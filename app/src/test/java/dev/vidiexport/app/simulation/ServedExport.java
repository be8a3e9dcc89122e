package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One export at the service, the one that one run asks for: what is built of it, kept and lost. */
final class ServedExport {
  /** Builds of one export are fewer, so that no number is that of a build of another. */
  static final int NUMBERS = 10_000;

  private final RunPlan run;
  private final ExportPlan plan;
  private final SimulatedVidiCenter service;
  private final SimulatedClock clock;
  private final Faults faults;
  private final Replies replies;
  private final Chance chance;
  private final List<Build> builds = new ArrayList<>();
  private final List<Duration> rebuilds = new ArrayList<>();
  private Optional<Build> current = Optional.empty();
  private Optional<Build> spokenOf = Optional.empty();
  private Duration replacedAt;

  ServedExport(RunPlan run, SimulatedVidiCenter service, SimulatedClock clock, Faults faults) {
    this.run = run;
    this.plan = run.exports();
    this.service = service;
    this.clock = clock;
    this.faults = faults;
    this.replies = new Replies(run, this, clock);
    this.chance = run.chance("service");
    this.replacedAt = plan.replacedEvery();
    if (plan.known()) {
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
      if (plan.stalls()) {
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
      replacedAt = replacedAt.plus(plan.replacedEvery());
      if (now.compareTo(replacedAt.plus(plan.replacedEvery().multipliedBy(3))) > 0) {
        replacedAt = now;
      }
    }
  }

  private Build begin(Duration begin, Duration ready) {
    boolean large = plan.rows().most() > ExportPlan.SAMPLED_ROWS;
    Build build =
        new Build(
            (run.number() - 1) * NUMBERS + builds.size() + 1,
            begin,
            ready,
            ready.plus(plan.life()),
            chance.in(plan.failureShare()),
            chance.between(plan.rows().least(), plan.rows().most()),
            large ? plan.drift() : ExportPlan.Drift.NONE);
    builds.add(build);
    current = Optional.of(build);
    return build;
  }

  private Duration buildTime() {
    if (plan.stalls()) {
      return Schedule.NEVER;
    }
    return Duration.ofMillis(
        (long) (plan.buildTime().toMillis() * (0.5 + chance.random().nextDouble())));
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

  /** When the service was told to build anew, and did. */
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

package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service: builds, keeps, forgets and loses exports, and remembers who called when. */
final class SimulatedVidiCenter {
  private final Schedule schedule;
  private final ExportPlan plan;
  private final SimulatedClock clock;
  private final Faults faults;
  private final Chance chance;
  private final List<Build> builds = new ArrayList<>();
  private final List<Duration> arrivals = new ArrayList<>();
  private final List<Duration> rebuilds = new ArrayList<>();
  private Optional<Build> current = Optional.empty();
  private Optional<Build> spokenOf = Optional.empty();
  private Duration replacedAt;

  SimulatedVidiCenter(Schedule schedule, SimulatedClock clock, Faults faults) {
    this.schedule = schedule;
    this.plan = schedule.exports();
    this.clock = clock;
    this.faults = faults;
    this.chance = schedule.chance("service");
    this.replacedAt = plan.replacedEvery();
    if (plan.known()) {
      Duration ready = chance.in(0.7) ? Duration.ZERO : buildTime();
      begin(Duration.ZERO, ready);
    }
  }

  /** A call has arrived, whatever becomes of it. */
  void arrive() {
    Duration now = clock.elapsed();
    arrivals.add(now);
    if (arrivalsSince(now.minus(limits().window())) >= limits().calls()) {
      faults.reach(Fault.LIMITS_REACHED);
    }
  }

  /** How many calls arrived after a moment. */
  int arrivalsSince(Duration moment) {
    int count = 0;
    for (int index = arrivals.size() - 1; index >= 0; index--) {
      if (arrivals.get(index).compareTo(moment) <= 0) {
        break;
      }
      count++;
    }
    return count;
  }

  private ServiceLimits limits() {
    return schedule.limits();
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
      return say("started", begin(now, now.plus(buildTime())));
    }
    Build build = current.get();
    if (spokenOf.isPresent() && !expired && spokenOf.get().number() != build.number()) {
      faults.reach(Fault.BUILD_REPLACED);
    }
    if (now.compareTo(build.ready()) < 0) {
      if (plan.stalls()) {
        faults.reach(Fault.BUILD_STALLED);
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
            builds.size() + 1,
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

  List<Build> builds() {
    return builds;
  }

  List<Duration> arrivals() {
    return arrivals;
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

package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.export.ExportOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the schedule of a seed, and holds what came of it against what must be true. */
final class Simulation {
  private Simulation() {}

  /**
   * What came of a seed.
   *
   * @param reached the faults that took effect
   * @param findings what is not as it must be; empty when all is well
   * @param story what happened, for people and to compare two runs of a seed
   */
  record Result(long seed, Set<Fault> reached, List<String> findings, String story) {}

  static Result of(long seed, Optional<PlantedBug> bug) {
    Schedule schedule = Schedule.of(seed);
    Faults faults = new Faults();
    ScriptedDisk disk = new ScriptedDisk(schedule, bug, faults);
    SimulatedRun run = new SimulatedRun(schedule, bug, faults);
    Optional<ExportOutcome> outcome = run(run, disk);
    Verdict verdict = new Verdict(schedule, run, disk.disk(), faults);
    if (disk.isDead()) {
      verdict.afterCrash(disk.restart(schedule.chance("power")));
    } else {
      verdict.after(outcome.orElseThrow());
    }
    String story = verdict.story(outcome);
    if (verdict.needsNextRun()) {
      disk.heal();
      SimulatedRun next = new SimulatedRun(schedule.calm(), Optional.empty(), new Faults());
      verdict.afterNextRun(next, next.on(disk.disk()));
    }
    return new Result(seed, faults.all(), verdict.findings(), story);
  }

  private static Optional<ExportOutcome> run(SimulatedRun run, ScriptedDisk disk) {
    try {
      return Optional.of(run.on(disk.disk()));
    } catch (ScriptedDisk.Crash crash) {
      return Optional.empty();
    }
  }
}

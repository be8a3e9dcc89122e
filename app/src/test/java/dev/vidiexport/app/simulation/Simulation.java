package dev.vidiexport.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the schedule of a seed, and holds what came of it against what must be true. */
final class Simulation {
  static final Campaign.World<Fault, PlantedBug> WORLD =
      new Campaign.World<>(Fault.class, 3_000, 10_000, 50_000, 1, Simulation::of);

  private Simulation() {}

  static Campaign.Result<Fault> of(long seed, Optional<PlantedBug> bug) {
    Schedule schedule = Schedule.of(seed);
    SimulatedProcess process = SimulatedProcess.of(schedule, bug);
    process.carryOut();
    ProcessVerdict verdict = new ProcessVerdict(process);
    List<String> findings = new ArrayList<>(verdict.findings());
    StringBuilder story = new StringBuilder(verdict.story());
    ReachedFaults reached = new ReachedFaults();
    for (SimulatedRun run : process.runs().all()) {
      RunVerdict ofRun = judged(schedule, process, run);
      story.append('\n').append(ofRun.story());
      findings.addAll(ofRun.findings());
      reached.reachAll(run.faults().all());
    }
    reached.reachAll(process.reached());
    return new Campaign.Result<>(seed, reached.all(), findings, story.toString());
  }

  private static RunVerdict judged(Schedule schedule, SimulatedProcess process, SimulatedRun run) {
    RunVerdict verdict = new RunVerdict(process, run);
    if (run.disk().isDead()) {
      verdict.afterCrash(run.disk().restart(run.runSchedule().chance("power")));
    } else {
      verdict.afterEnd();
    }
    if (verdict.needsNextRun()) {
      run.disk().heal();
      SimulatedProcess next = SimulatedProcess.on(run.disk(), schedule.calm(run.runSchedule()));
      next.carryOut();
      verdict.afterNextRun(next.runs().all().get(0));
    }
    return verdict;
  }
}

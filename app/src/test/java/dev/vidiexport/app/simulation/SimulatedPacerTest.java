package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.PacerContract;

class SimulatedPacerTest extends PacerContract {
  @Override
  protected Pacer pacer() {
    Schedule schedule = Schedule.of(1);
    RunPlan plan = schedule.runs().get(0).calm();
    Turns turns = new Turns(schedule.seed(), Turns.PATIENCE);
    turns.join(plan.number(), plan.begin());
    turns.begin();
    return new SimulatedPacer(new SimulatedClock(schedule, new Faults(), turns), plan);
  }
}

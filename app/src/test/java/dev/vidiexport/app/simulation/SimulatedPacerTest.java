package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.PacerContract;

class SimulatedPacerTest extends PacerContract {
  @Override
  protected Pacer pacer() {
    Schedule schedule = Schedule.of(1);
    RunSchedule runSchedule = schedule.runs().get(0).calm();
    Turns turns = new Turns(schedule.seed(), Turns.PATIENCE);
    turns.join(runSchedule.number(), runSchedule.begin());
    turns.begin();
    return new SimulatedPacer(
        new SimulatedClock(schedule, new ReachedFaults(), turns), runSchedule);
  }
}

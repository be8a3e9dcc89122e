package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.PacerContract;

class SimulatedClockTest extends PacerContract {
  @Override
  protected Pacer pacer() {
    return new SimulatedClock(Schedule.of(1).calm(), new Faults());
  }
}

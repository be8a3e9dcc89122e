package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/** The time of one run, by the clock of its machine. */
final class SimulatedPacer implements Pacer {
  private final SimulatedClock clock;
  private final RunSchedule runSchedule;
  private volatile boolean cancelled;

  SimulatedPacer(SimulatedClock clock, RunSchedule runSchedule) {
    this.clock = clock;
    this.runSchedule = runSchedule;
  }

  @Override
  public Duration elapsed() {
    return clock.elapsed().minus(runSchedule.begin());
  }

  @Override
  public void pause(Duration pause) {
    if (!cancelled) {
      clock.pass(pause);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    clock.wake(runSchedule.number());
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** How long until the run has to be over. */
  Duration left() {
    return runSchedule.pace().deadline().minus(elapsed());
  }
}

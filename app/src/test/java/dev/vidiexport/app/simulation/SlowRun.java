package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.ExportListener;
import java.time.Duration;

/**
 * A run that sometimes does not go on at once when an answer has come, because its machine is busy:
 * meanwhile it keeps its connection, and other runs go on.
 */
final class SlowRun implements ExportListener {
  private static final double SHARE = 0.25;

  private final SimulatedClock clock;
  private final SimulatedPacer pacer;
  private final SeededChance chance;
  private boolean cancelledMeanwhile;

  SlowRun(SimulatedClock clock, SimulatedPacer pacer, SeededChance chance) {
    this.clock = clock;
    this.pacer = pacer;
    this.chance = chance;
  }

  @Override
  public void onAnswer(Answer answer) {
    if (chance.in(SHARE)) {
      Duration pause = chance.millis(10, 3_000);
      Duration left = pacer.left();
      clock.pass(pause.compareTo(left) < 0 ? pause : left);
      cancelledMeanwhile = pacer.isCancelled();
    }
  }

  /** Whether the run was cancelled when its last answer had come, which may be its end already. */
  boolean isCancelledMeanwhile() {
    return cancelledMeanwhile;
  }
}

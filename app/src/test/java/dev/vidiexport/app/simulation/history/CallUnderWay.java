package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.ExportException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A call at the simulated service: others may go on meanwhile, and end it. */
final class CallUnderWay {
  private static final double BETWEEN_ROWS = 0.12;

  private final SyncTurns turns;
  private final HistoryTime time;
  private final SimulatedMachine machine;
  private final BooleanSupplier isEnded;
  private final Runnable goesOn;
  private boolean isSent;

  /**
   * A call that begins.
   *
   * @param isEnded whether somebody has ended it
   * @param goesOn is told where it goes on after others have had their turn
   */
  CallUnderWay(
      SyncTurns turns,
      HistoryTime time,
      SimulatedMachine machine,
      BooleanSupplier isEnded,
      Runnable goesOn) {
    this.turns = turns;
    this.time = time;
    this.machine = machine;
    this.isEnded = isEnded;
    this.goesOn = goesOn;
  }

  /** It takes time. */
  void pass(Duration lasts) {
    time.pass(lasts);
    requireGoingOn();
  }

  /** Others may go on between two of its rows, and behind the last. */
  void mayHandOver() {
    turns.mayHandOver(BETWEEN_ROWS);
    requireGoingOn();
  }

  private void requireGoingOn() {
    machine.requireAlive();
    if (isEnded.getAsBoolean()) {
      throw ExportException.cancelled();
    }
    goesOn.run();
  }

  /** Whether it has reached the service, as far as anybody can know. */
  void sent(boolean hasArrived) {
    isSent = hasArrived;
  }

  boolean isSent() {
    return isSent;
  }
}

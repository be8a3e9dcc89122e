package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.Turns;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.time.Instant;

/** The time of everybody, which passes only when all wait. Read from any thread. */
final class HistoryTime implements HistoryClock {
  private final Instant begin;
  private final Turns turns;

  HistoryTime(Instant begin, Turns turns) {
    this.begin = begin;
    this.turns = turns;
  }

  @Override
  public Instant now() {
    return begin.plus(turns.now());
  }

  /** Has whoever has the turn wait, unless it is woken. */
  void pass(Duration time) {
    if (turns.running() == Turns.NOBODY) {
      turns.skip(time);
    } else {
      turns.waitUntil(turns.now().plus(time));
    }
  }

  /** A time that begins now. */
  Pacer pacer() {
    Duration first = turns.now();
    return new Pacer() {
      private volatile boolean isCancelled;
      private volatile int waiting = Turns.NOBODY;

      @Override
      public Duration elapsed() {
        return turns.now().minus(first);
      }

      @Override
      public void pause(Duration pause) {
        if (!isCancelled && !pause.isNegative()) {
          waiting = turns.running();
          pass(pause);
          waiting = Turns.NOBODY;
        }
      }

      @Override
      public void cancel() {
        isCancelled = true;
        turns.wake(waiting);
      }
    };
  }
}

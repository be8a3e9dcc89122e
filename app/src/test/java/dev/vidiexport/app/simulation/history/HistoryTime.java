package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.time.Instant;

/** The time of everybody, which passes only when a sync waits. Read from any thread. */
final class HistoryTime implements HistoryClock {
  private volatile Instant now;

  HistoryTime(Instant begin) {
    this.now = begin;
  }

  @Override
  public Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A time that begins now. */
  Pacer pacer() {
    Instant begin = now;
    return new Pacer() {
      private volatile boolean isCancelled;

      @Override
      public Duration elapsed() {
        return Duration.between(begin, now);
      }

      @Override
      public void pause(Duration pause) {
        if (!isCancelled && !pause.isNegative()) {
          pass(pause);
        }
      }

      @Override
      public void cancel() {
        isCancelled = true;
      }
    };
  }
}

package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.time.Instant;

/** One time for a clock and all pacers, which passes when somebody waits or a test says so. */
final class SharedTime implements HistoryClock {
  private Instant now;

  SharedTime(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** A time of its own, which begins now. */
  Pacer pacer() {
    Instant begin = now();
    return new Pacer() {
      @Override
      public Duration elapsed() {
        return Duration.between(begin, now());
      }

      @Override
      public void pause(Duration pause) {
        pass(pause);
      }

      @Override
      public void cancel() {
        // No wait lasts, so that none has to be ended.
      }
    };
  }
}

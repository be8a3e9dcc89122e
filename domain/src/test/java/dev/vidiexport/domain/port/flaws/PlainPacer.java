package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A pacer that does everything right; those that extend it do not. */
class PlainPacer implements Pacer {
  private Duration elapsed = Duration.ZERO;
  private boolean cancelled;

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public synchronized void pause(Duration pause) {
    if (!cancelled && !pause.isNegative()) {
      pass(pause);
    }
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
  }

  final synchronized void pass(Duration time) {
    elapsed = elapsed.plus(time);
  }

  /** Waits until the thread is interrupted. */
  static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

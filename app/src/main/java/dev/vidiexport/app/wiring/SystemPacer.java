package dev.vidiexport.app.wiring;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Real time, by the clock that nobody can set. It begins when the object is made. */
final class SystemPacer implements Pacer {
  private final long begin = System.nanoTime();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void pause(Duration pause) {
    try {
      // Whether it was the cancel or the time that ended the wait is for the caller to find out.
      boolean ignored = cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }
}

package dev.vidiexport.http;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/** Time that passes by itself, as calls over a real network take it; waits pass at once. */
final class RunningPacer implements Pacer {
  private final long begin = System.nanoTime();
  private Duration waited = Duration.ZERO;

  @Override
  public synchronized Duration elapsed() {
    return waited.plusNanos(System.nanoTime() - begin);
  }

  @Override
  public synchronized void pause(Duration pause) {
    waited = waited.plus(pause);
  }

  @Override
  public void cancel() {}
}

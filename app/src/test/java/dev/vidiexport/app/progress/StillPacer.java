package dev.vidiexport.app.progress;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/** Time that passes only when a test says so. */
public final class StillPacer implements Pacer {
  private Duration elapsed = Duration.ZERO;

  void advance(Duration time) {
    elapsed = elapsed.plus(time);
  }

  @Override
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public void pause(Duration pause) {
    advance(pause);
  }

  @Override
  public void cancel() {
    // Nobody waits for real, so there is nothing to end.
  }
}

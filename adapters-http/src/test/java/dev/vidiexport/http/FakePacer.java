package dev.vidiexport.http;

import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes by waiting alone, and at once. */
final class FakePacer implements Pacer {
  private final List<Duration> pauses = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private boolean cancelled;

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public synchronized void pause(Duration pause) {
    pauses.add(pause);
    if (!cancelled) {
      elapsed = elapsed.plus(pause);
    }
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
  }

  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}

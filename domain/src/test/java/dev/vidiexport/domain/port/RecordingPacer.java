package dev.vidiexport.domain.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits or a test says so, and then at once. Thread-safe. */
public final class RecordingPacer implements Pacer {
  private final List<Duration> waits = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private boolean cancelled;
  private Runnable whileWaiting = () -> {};

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public void pause(Duration pause) {
    Runnable meanwhile;
    synchronized (this) {
      waits.add(pause);
      meanwhile = whileWaiting;
    }
    meanwhile.run();
    synchronized (this) {
      if (!cancelled && !pause.isNegative()) {
        elapsed = elapsed.plus(pause);
      }
    }
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
  }

  /** Lets time pass, which no cancel prevents. */
  public synchronized void advance(Duration time) {
    elapsed = elapsed.plus(time);
  }

  /** What happens during each wait. */
  public synchronized void whileWaiting(Runnable event) {
    whileWaiting = event;
  }

  /** All waits, in order. */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }
}

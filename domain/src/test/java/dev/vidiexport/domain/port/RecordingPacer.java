package dev.vidiexport.domain.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Time that passes at once when somebody waits or a test says so, and records the waits.
 * Thread-safe.
 */
public final class RecordingPacer implements Pacer {
  private final Supplier<Duration> clock;
  private final List<Duration> waits = new ArrayList<>();
  private Duration advanced = Duration.ZERO;
  private boolean cancelled;
  private Runnable whileWaiting = () -> {};

  /** Time that stands still otherwise. */
  public RecordingPacer() {
    this(() -> Duration.ZERO);
  }

  private RecordingPacer(Supplier<Duration> clock) {
    this.clock = clock;
  }

  /** Time that passes by itself besides, as calls over a real network take it. */
  public static RecordingPacer running() {
    long begin = System.nanoTime();
    return new RecordingPacer(() -> Duration.ofNanos(System.nanoTime() - begin));
  }

  @Override
  public synchronized Duration elapsed() {
    return advanced.plus(clock.get());
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
        advanced = advanced.plus(pause);
      }
    }
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
  }

  /** Lets time pass, which no cancel prevents. */
  public synchronized void advance(Duration time) {
    advanced = advanced.plus(time);
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

package dev.vidiexport.domain.watchdog;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says of a call that it takes long, and says so once. Used by the thread that waits for the call.
 */
public final class SlowCallTimer {
  /** How long a call may last before somebody is told of it: 20 s. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Supplier<Duration> elapsed;
  private Duration begin;
  private boolean told;

  /**
   * A call begins at this moment.
   *
   * @param elapsed the time since some moment, which never goes back
   */
  public SlowCallTimer(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
    this.begin = elapsed.get();
  }

  /** The next call begins at this moment. */
  public void restart() {
    begin = elapsed.get();
    told = false;
  }

  /** How long the call has lasted; present the first time that this is {@link #PATIENCE}. */
  public Optional<Duration> overdue() {
    Duration lasts = elapsed.get().minus(begin);
    if (told || lasts.compareTo(PATIENCE) < 0) {
      return Optional.empty();
    }
    told = true;
    return Optional.of(lasts);
  }
}

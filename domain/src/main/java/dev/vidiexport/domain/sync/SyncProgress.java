package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a sync has come. Immutable.
 *
 * @param done slices that have an answer
 * @param failed slices that failed or were refused
 * @param building exports that VidiCenter builds for this sync
 * @param fetching exports that are built, and whose rows come or are to come
 * @param left slices that are still to be begun
 * @param calls calls made
 * @param elapsed how long it has gone on
 */
public record SyncProgress(
    long done, long failed, int building, int fetching, long left, long calls, Duration elapsed) {
  public SyncProgress {
    requireNonNull(elapsed, "elapsed must not be null");
  }

  /** All slices, those that have ended included. */
  public long slices() {
    return done + failed + building + fetching + left;
  }

  /**
   * How long it goes on if it goes on like this; empty as long as nobody can tell, because no slice
   * has ended.
   */
  public Optional<Duration> timeLeft() {
    long ended = done + failed;
    return ended == 0
        ? Optional.empty()
        : Optional.of(elapsed.dividedBy(ended).multipliedBy(slices() - ended));
  }
}

package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.SliceFailure;
import java.time.Duration;
import java.time.Instant;

/**
 * When a slice may be asked for again: a refused one after 1, 2, 4 … 32 days, one that VidiCenter
 * could not build when its cache has forgotten that, any other in the next run.
 */
public final class RetryTimes {
  private static final Duration FIRST_WAIT = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 5;

  /** VidiCenter keeps an export for about a day (VidiCenter data export, Asynchronous usage). */
  private static final Duration CACHE = Duration.ofHours(24);

  private RetryTimes() {}

  /** The first moment at which it may be asked for again. */
  public static Instant after(SliceFailure failure) {
    if (failure.refusals() > 0) {
      int doublings = Math.min(failure.refusals() - 1, MOST_DOUBLINGS);
      return failure.at().plus(FIRST_WAIT.multipliedBy(1L << doublings));
    }
    return failure.kind() == FailureKind.EXPORT_FAILED ? failure.at().plus(CACHE) : failure.at();
  }
}

package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import java.time.Duration;

/** How a run says that its time is over. */
public final class TimeOverReason {
  private TimeOverReason() {}

  /**
   * The end of a run whose time is over.
   *
   * @param reason what it ran out on
   * @param elapsed how long the run lasted
   * @param what a clause that says what was still going on, without a full stop
   */
  public static Failure because(FailureReason reason, Duration elapsed, String what) {
    return new Failure(reason, message(elapsed, what));
  }

  static String message(Duration elapsed, String what) {
    return "Gave up after %s: %s.".formatted(DurationText.of(elapsed), what);
  }
}

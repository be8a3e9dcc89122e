package dev.vidiexport.domain.polling;

import java.time.Duration;

/** How a run says that its time is over although nothing went wrong. */
public final class GaveUp {
  private GaveUp() {}

  /**
   * The message of a run whose time is over.
   *
   * @param elapsed how long the run lasted
   * @param what a clause that says what was still going on, without a full stop
   */
  public static String message(Duration elapsed, String what) {
    return "Gave up after %s: %s. The same command, without --force-rebuild, picks it up."
        .formatted(DurationText.of(elapsed), what);
  }
}

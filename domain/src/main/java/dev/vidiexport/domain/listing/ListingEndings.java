package dev.vidiexport.domain.listing;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import java.time.Duration;

/** The ways in which a listing ends without a result and without trouble, in words. */
final class ListingEndings {
  private ListingEndings() {}

  /** How many calls a listing takes, as a clause. */
  static String needs(int calls, ServiceLimits limits) {
    return "the list takes %s calls, one for each tag among them, and VidiCenter takes %s in %s"
        .formatted(calls, limits.calls(), DurationText.of(limits.window()));
  }

  static ExportException tooManyCalls(
      int calls, ServiceLimits limits, Duration least, Duration elapsed) {
    return new ExportException(
        FailureKind.TIME_OVER,
        "Gave up after %s: %s. Raise --timeout above %s, or take --json without a TEXT, which needs 5."
            .formatted(DurationText.of(elapsed), needs(calls, limits), DurationText.of(least)));
  }

  static ExportException timeOver(String needs, Duration elapsed) {
    return gaveUp(elapsed, "%s, and the time was over before the next one".formatted(needs));
  }

  static ExportException limitsHeld(String needs, Trouble trouble, Duration elapsed) {
    return gaveUp(elapsed, "%s; %s".formatted(needs, trouble.reason()));
  }

  static ExportException stillComing(Duration elapsed) {
    return gaveUp(elapsed, "VidiCenter's answer was still coming");
  }

  private static ExportException gaveUp(Duration elapsed, String why) {
    return new ExportException(
        FailureKind.TIME_OVER,
        "Gave up after %s: %s. Raise --timeout.".formatted(DurationText.of(elapsed), why));
  }
}

package dev.vidiexport.domain.listing;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.TimeOverReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.Optional;

/** The messages of listings that end without a result although no call failed. */
final class ListingStopReasons {
  private ListingStopReasons() {}

  /** How many calls a listing takes, as a clause. */
  static String needs(int calls, ServiceLimits limits) {
    return "the list needs %s calls, including one for each tag, and VidiCenter allows %s in %s"
        .formatted(NumberText.of(calls), limits.calls(), DurationText.of(limits.rateWindow()));
  }

  static ExportException tooManyCalls(
      int calls, ServiceLimits limits, Duration least, Duration elapsed) {
    Failure failure =
        TimeOverReason.because(
            FailureReason.LISTING_NEEDS_MORE_TIME, elapsed, needs(calls, limits));
    return new ExportException(
        new Failure(failure.reason(), failure.message(), Optional.of(least)));
  }

  static ExportException timeOver(String needs, Duration elapsed) {
    return gaveUp(
        FailureReason.LISTING_TIME_OVER,
        elapsed,
        "%s, and the time ran out before the next one".formatted(needs));
  }

  static ExportException limitsHeld(String needs, Trouble trouble, Duration elapsed) {
    return gaveUp(
        FailureReason.LISTING_LIMITS_HELD, elapsed, "%s; %s".formatted(needs, trouble.reason()));
  }

  static ExportException stillComing(Duration elapsed) {
    return gaveUp(FailureReason.LISTING_TIME_OVER, elapsed, "VidiCenter's answer was still coming");
  }

  private static ExportException gaveUp(FailureReason reason, Duration elapsed, String why) {
    return new ExportException(TimeOverReason.because(reason, elapsed, why));
  }
}

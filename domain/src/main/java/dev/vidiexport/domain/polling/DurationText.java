package dev.vidiexport.domain.polling;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Durations for people: {@code 340ms}, {@code 2.5s}, {@code 12m 30s}, {@code 3h 5m}, {@code 2d}.
 */
public final class DurationText {
  private static final long SECONDS_SHOWN_WITH_TENTHS = 60;

  private static final Duration FOR_EVER = Duration.ofDays(365_000);

  private DurationText() {}

  /** A duration that is not negative, in two units at most; what is smaller is cut off. */
  public static String of(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.toSeconds() < SECONDS_SHOWN_WITH_TENTHS) {
      long tenths = duration.toMillisPart() / 100;
      return duration.toSeconds() + (tenths == 0 ? "" : "." + tenths) + "s";
    }
    if (duration.toHours() == 0) {
      return join(duration.toMinutes(), "m", duration.toSecondsPart(), "s");
    }
    if (duration.toDays() == 0) {
      return join(duration.toHours(), "h", duration.toMinutesPart(), "m");
    }
    return join(duration.toDays(), "d", duration.toHoursPart(), "h");
  }

  /**
   * The same of a time that has to pass: from a second on, what is smaller than the smaller unit
   * counts up, so that whoever waits as long as the text says does not come too early.
   */
  public static String atLeast(Duration duration) {
    // Next to the longest time there is, nothing counts up any more.
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(FOR_EVER) > 0) {
      return of(duration);
    }
    ChronoUnit unit = ChronoUnit.SECONDS;
    if (duration.toHours() > 0) {
      unit = duration.toDays() > 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
    }
    Duration whole = duration.truncatedTo(unit);
    return of(whole.equals(duration) ? whole : whole.plus(unit.getDuration()));
  }

  private static String join(long large, String largeUnit, long small, String smallUnit) {
    return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
  }
}

package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The periods of a resolution on the local calendar, which begin at midnight, on Mondays or on the
 * first of a month. Local times are seconds since 1970-01-01T00:00. Immutable.
 *
 * <p>With a zone, a local period shorter than a day stands for as many real ones as its begin is
 * shown by the clock: none in the hour that is skipped, two in the one that is repeated.
 */
public final class LocalPeriods {
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS_OF_YEAR = 12;

  /** The first Monday since 1970-01-01. */
  private static final long FIRST_MONDAY =
      LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).toEpochDay();

  private final TimeResolution resolution;
  private final ClockChanges changes;

  private LocalPeriods(TimeResolution resolution, ClockChanges changes) {
    this.resolution = resolution;
    this.changes = changes;
  }

  /** The periods of a resolution; by the calendar alone where there is no zone. */
  public static LocalPeriods of(TimeResolution resolution, Optional<ZoneId> zone) {
    return new LocalPeriods(
        resolution,
        seconds(resolution) < SECONDS_OF_DAY
            ? zone.map(ClockChanges::of).orElse(ClockChanges.NONE)
            : ClockChanges.NONE);
  }

  /** The second of a local time, counted from 1970-01-01T00:00 on. */
  public static long secondOf(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  /** How many periods there are in a window by the calendar; 0 for the finest rows. */
  int sizeOf(TimeWindow window) {
    return resolution.isAggregated()
        ? (int) begins(secondOf(window.firstSecond()), secondOf(window.firstSecondAfter()))
        : 0;
  }

  /** How many begin from one second on and before another, each as often as the clock shows it. */
  public long count(long from, long to) {
    return Math.max(0, begins(from, to) + changes.more(from, to, this::begins));
  }

  /** Whether each period of a window stands for itself alone. */
  boolean isPlain(TimeWindow window) {
    return isPlain(secondOf(window.firstSecond()), secondOf(window.firstSecondAfter()));
  }

  /** Whether each period from one second on and before another stands for itself alone. */
  public boolean isPlain(long from, long to) {
    return !changes.touch(from, to);
  }

  /** How long periods are that are parts of a day, or a day; those of a window where longer. */
  long secondsIn(TimeWindow window) {
    return Math.min(seconds(resolution), (long) window.days() * SECONDS_OF_DAY);
  }

  private long begins(long from, long to) {
    return Math.max(0, firstFrom(to) - firstFrom(from));
  }

  /** The number of the first period that begins at a second or after it. */
  private long firstFrom(long second) {
    return switch (resolution) {
      case FINEST, THIRTY_DAYS ->
          throw new IllegalStateException(
              "There are no periods of %s in a window".formatted(resolution.argument()));
      case FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR, ONE_DAY ->
          ceiling(second, seconds(resolution));
      case SEVEN_DAYS ->
          ceiling(second - FIRST_MONDAY * SECONDS_OF_DAY, (long) DAYS_OF_WEEK * SECONDS_OF_DAY);
      case ONE_MONTH -> firstMonthFrom(second);
    };
  }

  private static long firstMonthFrom(long second) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, (long) SECONDS_OF_DAY));
    long month = (long) day.getYear() * MONTHS_OF_YEAR + day.getMonthValue();
    long begin = YearMonth.from(day).atDay(1).toEpochDay() * SECONDS_OF_DAY;
    return begin == second ? month : month + 1;
  }

  private static long ceiling(long number, long divisor) {
    return -Math.floorDiv(-number, divisor);
  }

  private static long seconds(TimeResolution resolution) {
    return switch (resolution) {
      case FIVE_MINUTES -> Duration.ofMinutes(5).toSeconds();
      case TEN_MINUTES -> Duration.ofMinutes(10).toSeconds();
      case FIFTEEN_MINUTES -> Duration.ofMinutes(15).toSeconds();
      case THIRTY_MINUTES -> Duration.ofMinutes(30).toSeconds();
      case ONE_HOUR -> Duration.ofHours(1).toSeconds();
      case ONE_DAY -> SECONDS_OF_DAY;
      case FINEST, SEVEN_DAYS, THIRTY_DAYS, ONE_MONTH -> Long.MAX_VALUE;
    };
  }
}

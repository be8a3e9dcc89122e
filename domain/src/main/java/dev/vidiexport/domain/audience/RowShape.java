package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.time.LocalDate;

/**
 * What one row stands for. Immutable.
 *
 * @param type what was counted
 * @param resolution for how long a time it stands
 * @param grouped whether it stands for one gender and age
 */
public record RowShape(AudienceType type, TimeResolution resolution, boolean grouped) {
  private static final int DAYS_OF_WEEK = 7;
  private static final int THIRTY = 30;

  public RowShape {
    requireNonNull(type, "type must not be null");
    requireNonNull(resolution, "resolution must not be null");
  }

  /** Whether it stands for a period: all do, but the finest, which stand for one viewer each. */
  boolean hasPeriods() {
    return resolution.isAggregated();
  }

  /** Whether it tells the hour of what it counts. */
  boolean hasHours() {
    return switch (resolution) {
      case FINEST, FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR -> true;
      case ONE_DAY, SEVEN_DAYS, THIRTY_DAYS, ONE_MONTH -> false;
    };
  }

  /** Whether it stands for several days. */
  boolean isLongerThanDay() {
    return switch (resolution) {
      case SEVEN_DAYS, THIRTY_DAYS, ONE_MONTH -> true;
      default -> false;
    };
  }

  /** How many periods may begin on a day; 1 for the finest rows, of which a day has any or none. */
  int periodsOfDay() {
    return (int) (Duration.ofDays(1).toMinutes() / Math.min(minutes(), minutesOfDay()));
  }

  /** How many hours the period has that begins on a day; none for the finest rows. */
  double hours(LocalDate begin) {
    return switch (resolution) {
      case FINEST -> 0;
      case ONE_MONTH -> begin.lengthOfMonth() * (double) Duration.ofDays(1).toHours();
      default -> minutes() / (double) Duration.ofHours(1).toMinutes();
    };
  }

  /** The last day of the period that begins on a day. */
  public LocalDate lastDay(LocalDate begin) {
    return switch (resolution) {
      case SEVEN_DAYS -> begin.plusDays(DAYS_OF_WEEK - 1L);
      case THIRTY_DAYS -> begin.plusDays(THIRTY - 1L);
      case ONE_MONTH -> begin.withDayOfMonth(begin.lengthOfMonth());
      default -> begin;
    };
  }

  /** The first day on which a period can begin that reaches into a day. */
  LocalDate firstBegin(LocalDate day) {
    return switch (resolution) {
      case SEVEN_DAYS -> day.minusDays(DAYS_OF_WEEK - 1L);
      case THIRTY_DAYS -> day.minusDays(THIRTY - 1L);
      case ONE_MONTH -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  private static long minutesOfDay() {
    return Duration.ofDays(1).toMinutes();
  }

  private long minutes() {
    return switch (resolution) {
      case FIVE_MINUTES -> 5;
      case TEN_MINUTES -> 10;
      case FIFTEEN_MINUTES -> 15;
      case THIRTY_MINUTES -> 30;
      case ONE_HOUR -> Duration.ofHours(1).toMinutes();
      case FINEST, ONE_DAY -> minutesOfDay();
      case SEVEN_DAYS -> DAYS_OF_WEEK * minutesOfDay();
      case THIRTY_DAYS, ONE_MONTH -> THIRTY * minutesOfDay();
    };
  }
}

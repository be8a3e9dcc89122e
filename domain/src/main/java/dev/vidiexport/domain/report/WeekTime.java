package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;

/**
 * A time that comes each week. Immutable.
 *
 * @param hour the hour that begins at it, from 0 to 23
 */
public record WeekTime(DayOfWeek weekday, int hour) {
  public WeekTime {
    requireNonNull(weekday, "weekday must not be null");
  }
}

package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;

/** A part of a day of the week. Immutable. */
public record WeekPart(DayOfWeek weekday, Daypart part) {
  public WeekPart {
    requireNonNull(weekday, "weekday must not be null");
    requireNonNull(part, "part must not be null");
  }
}

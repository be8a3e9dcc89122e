package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The time that a report is about, local to the places. Immutable.
 *
 * @param first its first second
 * @param last its last second, which belongs to it; not before {@code first}
 */
public record ReportSpan(LocalDateTime first, LocalDateTime last) {
  /** The most days that a report may have: each has a line, and each of its hours a cell. */
  public static final int MOST_DAYS = 10_000;

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  public ReportSpan {
    requireNonNull(first, "first must not be null");
    requireNonNull(last, "last must not be null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last must not be before first, but was %s < %s".formatted(last, first));
    }
  }

  /** Whole days, both included. */
  public static ReportSpan ofDays(LocalDate firstDay, LocalDate lastDay) {
    return new ReportSpan(firstDay.atStartOfDay(), lastDay.atTime(LAST_SECOND));
  }

  public LocalDate firstDay() {
    return first.toLocalDate();
  }

  public LocalDate lastDay() {
    return last.toLocalDate();
  }

  /** How many days it touches; at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
  }

  /** The days that it touches. */
  public List<LocalDate> dates() {
    return firstDay().datesUntil(lastDay().plusDays(1)).toList();
  }

  /** Whether it begins or ends within a day. */
  public boolean hasPartialDays() {
    return !first.toLocalTime().equals(LocalTime.MIDNIGHT)
        || last.toLocalTime().isBefore(LAST_SECOND);
  }
}

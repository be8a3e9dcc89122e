package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** A day, as the parts of a calendar tell it. Immutable. */
final class CalendarDay {
  private final long day;
  private final byte[] date;
  private final int weekday;
  private final byte[] week;

  private CalendarDay(long day, LocalDate date) {
    this.day = day;
    this.date = date.toString().getBytes(US_ASCII);
    this.weekday = date.getDayOfWeek().getValue();
    this.week =
        String.format(
                Locale.ROOT,
                "%04d-W%02d",
                date.get(IsoFields.WEEK_BASED_YEAR),
                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
            .getBytes(US_ASCII);
  }

  /** A day by its number, which is that of days since 1970-01-01. */
  static CalendarDay of(long day) {
    return new CalendarDay(day, LocalDate.ofEpochDay(day));
  }

  /** Days since 1970-01-01. */
  long day() {
    return day;
  }

  /** {@code 2016-04-29}; not to be changed. */
  byte[] date() {
    return date;
  }

  /** From 1 for Monday to 7. */
  int weekday() {
    return weekday;
  }

  /** By ISO 8601: {@code 2016-W17}; not to be changed. */
  byte[] week() {
    return week;
  }
}

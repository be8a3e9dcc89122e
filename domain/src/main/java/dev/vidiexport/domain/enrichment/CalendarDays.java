package dev.vidiexport.domain.enrichment;

import org.jspecify.annotations.Nullable;

/** Remembers some of the days that were asked for: rows have few days, and again and again. */
final class CalendarDays {
  /** A power of two, so that the lowest bits of a day tell its place. */
  private static final int REMEMBERED = 4_096;

  private final @Nullable CalendarDay[] days = new CalendarDay[REMEMBERED];

  /** The day in which a local time lies, in microseconds since 1970-01-01T00:00. */
  CalendarDay at(long micros) {
    long day = Math.floorDiv(micros, UtcConversion.MICROS_PER_DAY);
    int place = (int) (day & (REMEMBERED - 1));
    CalendarDay known = days[place];
    if (known == null || known.day() != day) {
      known = CalendarDay.of(day);
      days[place] = known;
    }
    return known;
  }
}

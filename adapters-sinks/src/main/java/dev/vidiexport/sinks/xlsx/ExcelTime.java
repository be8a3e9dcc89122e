package dev.vidiexport.sinks.xlsx;

import java.time.LocalDate;

/**
 * Which times are dates for Excel, and which number stands for them. It counts days from 1900,
 * which it takes for a leap year, so programs disagree about January and February 1900; and it
 * shows no more than milliseconds.
 *
 * <p>A time is given in microseconds since 1970-01-01T00:00 in its own local time.
 */
final class ExcelTime {
  /** How cells with whole seconds are shown. */
  static final String SECONDS = "yyyy-mm-dd hh:mm:ss";

  /** How cells with a fraction are shown. */
  static final String MILLISECONDS = "yyyy-mm-dd hh:mm:ss.000";

  private static final long FIRST_DAY = LocalDate.of(1900, 3, 1).toEpochDay();

  /** So many days after this one, a day has that number; true from March 1900 on. */
  private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

  private static final long MICROS_PER_MILLISECOND = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MILLISECONDS_PER_DAY = 86_400_000;
  private static final long FIRST_MICROS =
      FIRST_DAY * MILLISECONDS_PER_DAY * MICROS_PER_MILLISECOND;

  private ExcelTime() {}

  /** Whether a date cell holds and shows the time as it is. */
  static boolean holds(long micros) {
    return micros >= FIRST_MICROS && micros % MICROS_PER_MILLISECOND == 0;
  }

  /** Whether a date cell holds the day, counted from 1970-01-01. */
  static boolean holdsDay(long day) {
    return day >= FIRST_DAY;
  }

  /** The number of a time that Excel holds: days, and what has passed of the last one. */
  static double number(long micros) {
    long milliseconds = micros / MICROS_PER_MILLISECOND - DAY_ZERO * MILLISECONDS_PER_DAY;
    return milliseconds / (double) MILLISECONDS_PER_DAY;
  }

  /** The number of a day that Excel holds. */
  static long dayNumber(long day) {
    return day - DAY_ZERO;
  }

  static String formatOf(long micros) {
    return micros % MICROS_PER_SECOND == 0 ? SECONDS : MILLISECONDS;
  }
}

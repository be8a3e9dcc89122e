package com.example.xlsx;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Which times are dates for Excel. It counts days from 1900, which it takes for a leap year, so
 * programs disagree about January and February 1900; and it shows no more than milliseconds.
 */
final class ExcelTime {
  /** How cells with whole seconds are shown. */
  static final String SECONDS = "yyyy-mm-dd hh:mm:ss";

  /** How cells with a fraction are shown. */
  static final String MILLISECONDS = "yyyy-mm-dd hh:mm:ss.000";

  private static final LocalDateTime FIRST = LocalDateTime.of(1900, 3, 1, 0, 0);
  private static final int NANOS_PER_MILLISECOND = 1_000_000;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TO_THE_MICROSECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private ExcelTime() {}

  /** Whether a date cell holds and shows the time as it is. */
  static boolean holds(LocalDateTime time) {
    return !time.isBefore(FIRST) && time.getNano() % NANOS_PER_MILLISECOND == 0;
  }

  static String formatOf(LocalDateTime time) {
    return time.getNano() == 0 ? SECONDS : MILLISECONDS;
  }

  /** What stands in the cell of a time that Excel cannot hold. */
  static String text(LocalDateTime time) {
    return (time.getNano() == 0 ? TO_THE_SECOND : TO_THE_MICROSECOND).format(time);
  }
}

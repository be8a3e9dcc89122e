package dev.vidiexport.sinks.xlsx;

import java.time.LocalDate;
import java.time.YearMonth;

/** Reads days as they stand in texts: {@code 2016-04-29}, and nothing else. */
final class DayText {
  /** What is no day. */
  static final long NONE = Long.MIN_VALUE;

  private static final String PATTERN = "0000-00-00";

  private DayText() {}

  /** The day, counted from 1970-01-01, or {@link #NONE}. */
  static long read(String text) {
    if (!isOfThePattern(text)) {
      return NONE;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean isMonth = month >= 1 && month <= 12;
    if (!isMonth || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return NONE;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  private static boolean isOfThePattern(String text) {
    if (text.length() != PATTERN.length()) {
      return false;
    }
    for (int at = 0; at < PATTERN.length(); at++) {
      char found = text.charAt(at);
      boolean fits = PATTERN.charAt(at) == '-' ? found == '-' : found >= '0' && found <= '9';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + text.charAt(at) - '0';
    }
    return number;
  }
}

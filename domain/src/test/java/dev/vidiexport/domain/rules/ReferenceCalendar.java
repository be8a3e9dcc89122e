package dev.vidiexport.domain.rules;

/** The calendar by plain arithmetic, to judge times without the classes that the code uses. */
final class ReferenceCalendar {
  /** 0001-01-01T00:00:00. */
  static final long FIRST_EPOCH_SECOND = -62_135_596_800L;

  /** 9999-12-31T23:59:59. */
  static final long LAST_EPOCH_SECOND = 253_402_300_799L;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private ReferenceCalendar() {}

  /** The time so many seconds after 1970-01-01T00:00:00. */
  static String text(long epochSecond) {
    long sinceFirst = epochSecond - FIRST_EPOCH_SECOND;
    long days = sinceFirst / 86_400;
    int year = 1;
    while (days >= daysOfYear(year)) {
      days -= daysOfYear(year);
      year++;
    }
    int month = 1;
    while (days >= daysOfMonth(year, month)) {
      days -= daysOfMonth(year, month);
      month++;
    }
    long second = sinceFirst % 86_400;
    return padded(year, 4)
        + "-"
        + padded(month, 2)
        + "-"
        + padded(days + 1, 2)
        + "T"
        + padded(second / 3600, 2)
        + ":"
        + padded(second / 60 % 60, 2)
        + ":"
        + padded(second % 60, 2);
  }

  /** Whether a text that has the shape of a time names one. */
  static boolean has(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    return year >= 1
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysOfMonth(year, month)
        && number(text, 11, 13) < 24
        && number(text, 14, 16) < 60
        && number(text, 17, 19) < 60;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  private static int daysOfYear(int year) {
    return isLeap(year) ? 366 : 365;
  }

  private static int daysOfMonth(int year, int month) {
    return month == 2 && isLeap(year) ? 29 : DAYS[month - 1];
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}

package dev.vidiexport.domain.table;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads local dates and times as VidiCenter writes them: {@code 2016-04-29 10:00:00}, with a space
 * or a {@code T}, and up to six digits of fraction. Rows that follow one another often share their
 * month, so the day on which the month begins is worked out only when it changes. Not thread-safe.
 */
final class TimestampText {
  /** Stands for a text that is no such time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int MOST_FRACTION_DIGITS = 6;

  /** What two digits are when one of them is none: more than any part of a time can be. */
  private static final int NO_NUMBER = 10_000;

  private int year;
  private int month;
  private long daysBeforeMonth;
  private int daysOfMonth;

  /** Microseconds since 1970-01-01T00:00 in the text's own local time, or {@link #NONE}. */
  long micros(byte[] text, int offset, int length) {
    if (length < LENGTH_WITHOUT_FRACTION || !hasSeparators(text, offset)) {
      return NONE;
    }
    int newYear = twoDigits(text, offset) * 100 + twoDigits(text, offset + 2);
    int newMonth = twoDigits(text, offset + 5);
    if ((newYear != year || newMonth != month) && !setMonth(newYear, newMonth)) {
      return NONE;
    }
    int day = twoDigits(text, offset + 8);
    int hour = twoDigits(text, offset + 11);
    int minute = twoDigits(text, offset + 14);
    int second = twoDigits(text, offset + 17);
    if (day < 1 || day > daysOfMonth || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    long seconds = (daysBeforeMonth + day) * 86_400 + hour * 3600L + minute * 60L + second;
    return length == LENGTH_WITHOUT_FRACTION
        ? seconds * 1_000_000
        : withFraction(seconds * 1_000_000, text, offset, length);
  }

  private static boolean hasSeparators(byte[] text, int offset) {
    return text[offset + 4] == '-'
        && text[offset + 7] == '-'
        && (text[offset + 10] == ' ' || text[offset + 10] == 'T')
        && text[offset + 13] == ':'
        && text[offset + 16] == ':';
  }

  private boolean setMonth(int newYear, int newMonth) {
    if (newYear < 1 || newYear > 9999 || newMonth < 1 || newMonth > 12) {
      return false;
    }
    year = newYear;
    month = newMonth;
    daysBeforeMonth = LocalDate.of(year, month, 1).toEpochDay() - 1;
    daysOfMonth = YearMonth.of(year, month).lengthOfMonth();
    return true;
  }

  private static long withFraction(long micros, byte[] text, int offset, int length) {
    int digits = length - LENGTH_WITHOUT_FRACTION - 1;
    if (text[offset + LENGTH_WITHOUT_FRACTION] != '.'
        || digits < 1
        || digits > MOST_FRACTION_DIGITS) {
      return NONE;
    }
    int fraction = 0;
    for (int index = LENGTH_WITHOUT_FRACTION + 1; index < length; index++) {
      if (!isDigit(text[offset + index])) {
        return NONE;
      }
      fraction = fraction * 10 + (text[offset + index] - '0');
    }
    for (int digit = digits; digit < MOST_FRACTION_DIGITS; digit++) {
      fraction *= 10;
    }
    return micros + fraction;
  }

  private static int twoDigits(byte[] text, int at) {
    return isDigit(text[at]) && isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + text[at + 1] - '0'
        : NO_NUMBER;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}

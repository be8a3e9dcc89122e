package dev.vidiexport.domain.table;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads a local date and time as VidiCenter writes it: {@code 2016-04-29 10:00:00}, with a space or
 * a {@code T}, and up to six digits of fraction.
 */
final class TimestampText {
  /** Stands for a text that is no such time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int MOST_FRACTION_DIGITS = 6;
  private static final String PATTERN = "dddd-dd-dd dd:dd:dd";

  private TimestampText() {}

  /** Microseconds since 1970-01-01T00:00 in the text's own local time, or {@link #NONE}. */
  static long micros(byte[] text, int offset, int length) {
    if (!hasPattern(text, offset, length)) {
      return NONE;
    }
    int year = number(text, offset, 4);
    int month = number(text, offset + 5, 2);
    int day = number(text, offset + 8, 2);
    int hour = number(text, offset + 11, 2);
    int minute = number(text, offset + 14, 2);
    int second = number(text, offset + 17, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    if (day > 28 && !YearMonth.of(year, month).isValidDay(day)) {
      return NONE;
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
    return seconds * 1_000_000 + fractionMicros(text, offset, length);
  }

  private static boolean hasPattern(byte[] text, int offset, int length) {
    if (length < LENGTH_WITHOUT_FRACTION
        || length == LENGTH_WITHOUT_FRACTION + 1
        || length > LENGTH_WITHOUT_FRACTION + 1 + MOST_FRACTION_DIGITS) {
      return false;
    }
    for (int index = 0; index < LENGTH_WITHOUT_FRACTION; index++) {
      byte found = text[offset + index];
      boolean fits =
          switch (PATTERN.charAt(index)) {
            case 'd' -> isDigit(found);
            case ' ' -> found == ' ' || found == 'T';
            default -> found == PATTERN.charAt(index);
          };
      if (!fits) {
        return false;
      }
    }
    if (length > LENGTH_WITHOUT_FRACTION && text[offset + LENGTH_WITHOUT_FRACTION] != '.') {
      return false;
    }
    for (int index = LENGTH_WITHOUT_FRACTION + 1; index < length; index++) {
      if (!isDigit(text[offset + index])) {
        return false;
      }
    }
    return true;
  }

  private static int fractionMicros(byte[] text, int offset, int length) {
    int micros = 0;
    for (int digit = 1; digit <= MOST_FRACTION_DIGITS; digit++) {
      int index = LENGTH_WITHOUT_FRACTION + digit;
      micros = micros * 10 + (index < length ? text[offset + index] - '0' : 0);
    }
    return micros;
  }

  private static int number(byte[] text, int from, int digits) {
    int number = 0;
    for (int index = from; index < from + digits; index++) {
      number = number * 10 + (text[index] - '0');
    }
    return number;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}

package dev.vidiexport.sinks.parquet;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads days as they stand in batches: {@code 2016-04-29}, of the years 1 to 9999. */
final class DayText {
  private static final int LENGTH = 10;

  private DayText() {}

  /**
   * The number of a day, as days since 1970-01-01.
   *
   * @param ascii holds the text at the place given
   * @throws DateTimeException when the text is no day, or is written in another way
   */
  static long epochDay(byte[] ascii, int begin, int length) {
    boolean isInForm = length == LENGTH && ascii[begin + 4] == '-' && ascii[begin + 7] == '-';
    if (!isInForm) {
      throw new DateTimeException("The text does not have the form of a day");
    }
    int year = number(ascii, begin, 4);
    if (year == 0) {
      throw new DateTimeException("There is no year 0");
    }
    return LocalDate.of(year, number(ascii, begin + 5, 2), number(ascii, begin + 8, 2))
        .toEpochDay();
  }

  private static int number(byte[] ascii, int begin, int digits) {
    int number = 0;
    for (int at = begin; at < begin + digits; at++) {
      int digit = ascii[at] - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("There is a character that is no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }
}

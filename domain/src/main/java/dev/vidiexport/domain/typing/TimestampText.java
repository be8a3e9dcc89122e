package dev.vidiexport.domain.typing;

import java.time.YearMonth;

/**
 * Reads local dates and times as VidiCenter writes them: {@code 2016-04-29 10:00:00}, with a space
 * or a {@code T}, and up to six digits of fraction. Few exports span more months than are
 * remembered here, so the day on which a month begins is usually worked out only once. Not
 * thread-safe.
 */
public final class TimestampText {
  /** Stands for a text that is not such a time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int MOST_FRACTION_DIGITS = 6;

  /**
   * The value of two digits when one of them is not a digit: more than any part of a time can be.
   */
  private static final int NO_NUMBER = 10_000;

  /** A power of two, so that the lowest bits of a month tell its place. */
  private static final int REMEMBERED_MONTHS = 64;

  private final Month[] months = new Month[REMEMBERED_MONTHS];

  /** Microseconds since 1970-01-01T00:00 in the text's own local time, or {@link #NONE}. */
  public long micros(byte[] text, int offset, int length) {
    if (length < LENGTH_WITHOUT_FRACTION || !hasSeparators(text, offset)) {
      return NONE;
    }
    int year = twoDigits(text, offset) * 100 + twoDigits(text, offset + 2);
    int number = twoDigits(text, offset + 5);
    if (year < 1 || year > 9999 || number < 1 || number > 12) {
      return NONE;
    }
    Month month = month(year, number);
    int day = twoDigits(text, offset + 8);
    int hour = twoDigits(text, offset + 11);
    int minute = twoDigits(text, offset + 14);
    int second = twoDigits(text, offset + 17);
    if (day < 1 || day > month.days || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    long seconds = (month.daysBefore + day) * 86_400 + hour * 3600L + minute * 60L + second;
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

  private Month month(int year, int number) {
    int place = (year * 12 + number) & (REMEMBERED_MONTHS - 1);
    Month month = months[place];
    if (month == null || month.year != year || month.number != number) {
      month = Month.of(year, number);
      months[place] = month;
    }
    return month;
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

  /**
   * A month of a year.
   *
   * @param daysBefore the days since 1970-01-01 of the last day before it
   * @param days how many days it has
   */
  private record Month(int year, int number, long daysBefore, int days) {
    static Month of(int year, int number) {
      YearMonth month = YearMonth.of(year, number);
      return new Month(year, number, month.atDay(1).toEpochDay() - 1, month.lengthOfMonth());
    }
  }
}

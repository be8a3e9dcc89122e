package dev.vidiexport.reading.rows;

import dev.vidiexport.domain.text.QuotedText;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Makes values of their characters. Takes what this program writes, and no other way to write the
 * same. Not thread-safe.
 */
public final class ValueParser {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int LENGTH_OF_DAY = 10;
  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int LENGTH_WITH_FRACTION = 26;

  /** No day, and no microsecond of one. */
  private static final long NONE = Long.MIN_VALUE;

  /** So many digits are exact in a double, and so is every power of ten up to this. */
  private static final int MOST_EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private int lastDate;
  private long lastDay = NONE;

  /**
   * A whole number of 64 bits.
   *
   * @throws BadValueException when the characters are not one
   */
  public long whole(char[] characters, int offset, int length) {
    int end = offset + length;
    boolean negative = length > 0 && characters[offset] == '-';
    int at = negative ? offset + 1 : offset;
    int digits = end - at;
    if (digits < 1 || digits > 19 || (characters[at] == '0' && (digits > 1 || negative))) {
      throw notWhole(characters, offset, length);
    }
    // Negative, because there is one negative number more.
    long value = 0;
    for (; at < end; at++) {
      int digit = characters[at] - '0';
      if (digit < 0 || digit > 9) {
        throw notWhole(characters, offset, length);
      }
      value = value * 10 - digit;
    }
    // Nineteen digits pass the end of the range at most once.
    if (value > 0 || (!negative && value == Long.MIN_VALUE)) {
      throw notWhole(characters, offset, length);
    }
    return negative ? value : -value;
  }

  private static BadValueException notWhole(char[] characters, int offset, int length) {
    return bad(characters, offset, length, "a whole number of 64 bits");
  }

  /**
   * A finite number, as the nearest double.
   *
   * @throws BadValueException when the characters are not one
   */
  public double decimal(char[] characters, int offset, int length) {
    int end = offset + length;
    boolean negative = length > 0 && characters[offset] == '-';
    long digits = 0;
    int count = 0;
    int fractionDigits = 0;
    boolean isPlain = true;
    boolean hasPoint = false;
    for (int at = negative ? offset + 1 : offset; at < end && isPlain; at++) {
      int digit = characters[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        fractionDigits += hasPoint ? 1 : 0;
        isPlain = ++count <= MOST_EXACT_DIGITS;
      } else {
        isPlain = characters[at] == '.' && !hasPoint && count > 0;
        hasPoint = true;
      }
    }
    if (!isPlain || count == 0 || characters[end - 1] == '.') {
      return otherDecimal(characters, offset, length);
    }
    double magnitude = digits / POWERS_OF_TEN[fractionDigits];
    return negative ? -magnitude : magnitude;
  }

  private static double otherDecimal(char[] characters, int offset, int length) {
    String text = new String(characters, offset, length);
    // Java's own parser takes spaces, hexadecimal digits and letters behind the number, too.
    boolean isNumber = length > 0 && characters[offset + length - 1] != '.';
    for (int at = 0; at < length && isNumber; at++) {
      isNumber = "0123456789.-+eE".indexOf(text.charAt(at)) >= 0;
    }
    if (isNumber) {
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        throw bad(characters, offset, length, "a decimal number");
      }
    }
    throw bad(characters, offset, length, "a decimal number");
  }

  /**
   * A date and time, as microseconds since 1970-01-01T00:00 in its own local time.
   *
   * @throws BadValueException when the characters are not one
   */
  public long timestampMicros(char[] characters, int offset, int length) {
    long micros = micros(characters, offset, length, ' ');
    if (micros == NONE) {
      throw bad(characters, offset, length, "a date and time such as 2016-04-29 10:00:00");
    }
    return micros;
  }

  /**
   * A date and time in UTC, as microseconds since 1970-01-01T00:00Z.
   *
   * @throws BadValueException when the characters are not one
   */
  public long utcMicros(char[] characters, int offset, int length) {
    boolean endsWithZone = length > 0 && characters[offset + length - 1] == 'Z';
    long micros = endsWithZone ? micros(characters, offset, length - 1, 'T') : NONE;
    if (micros == NONE) {
      throw bad(characters, offset, length, "a date and time such as 2016-04-29T08:00:00Z");
    }
    return micros;
  }

  /**
   * Makes sure that characters are a day: {@code 2016-04-29}.
   *
   * @throws BadValueException when they are not
   */
  public void requireDay(char[] characters, int offset, int length) {
    boolean isGood = length == LENGTH_OF_DAY && epochDay(characters, offset) != NONE;
    if (!isGood) {
      throw bad(characters, offset, length, "a date such as 2016-04-29");
    }
  }

  /** {@link #NONE} where the characters are no date and time in this form. */
  private long micros(char[] characters, int offset, int length, char separator) {
    if (length != LENGTH_WITHOUT_FRACTION && length != LENGTH_WITH_FRACTION) {
      return NONE;
    }
    int hour = number(characters, offset, 11, 2);
    int minute = number(characters, offset, 14, 2);
    int second = number(characters, offset, 17, 2);
    int fraction = length == LENGTH_WITH_FRACTION ? number(characters, offset, 20, 6) : 0;
    boolean isGood =
        (hour | minute | second | fraction) >= 0
            && hour < 24
            && minute < 60
            && second < 60
            && isSeparated(characters, offset, length, separator);
    long day = isGood ? epochDay(characters, offset) : NONE;
    if (day == NONE) {
      return NONE;
    }
    long seconds = day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return seconds * MICROS_PER_SECOND + fraction;
  }

  /** {@link #NONE} where the ten characters are no day. */
  private long epochDay(char[] characters, int offset) {
    int year = number(characters, offset, 0, 4);
    int month = number(characters, offset, 5, 2);
    int day = number(characters, offset, 8, 2);
    boolean isGood =
        (year | month | day) >= 0
            && year > 0
            && characters[offset + 4] == '-'
            && characters[offset + 7] == '-';
    return isGood ? epochDay(year, month, day) : NONE;
  }

  /** Neighbours are mostly of the same day. */
  private long epochDay(int year, int month, int day) {
    int date = (year << 16) | (month << 8) | day;
    if (date != lastDate || lastDay == NONE) {
      try {
        lastDay = LocalDate.of(year, month, day).toEpochDay();
        lastDate = date;
      } catch (DateTimeException notInCalendar) {
        return NONE;
      }
    }
    return lastDay;
  }

  private static boolean isSeparated(char[] characters, int offset, int length, char separator) {
    return characters[offset + LENGTH_OF_DAY] == separator
        && characters[offset + 13] == ':'
        && characters[offset + 16] == ':'
        && (length == LENGTH_WITHOUT_FRACTION
            || characters[offset + LENGTH_WITHOUT_FRACTION] == '.');
  }

  /** A number of so many digits; negative where one of them is none. */
  private static int number(char[] characters, int offset, int from, int digits) {
    int value = 0;
    int none = 0;
    for (int at = offset + from; at < offset + from + digits; at++) {
      int digit = characters[at] - '0';
      none |= digit | (9 - digit);
      value = value * 10 + digit;
    }
    return none < 0 ? -1 : value;
  }

  /** Says that characters are not what they should be. */
  public static BadValueException bad(char[] characters, int offset, int length, String expected) {
    return new BadValueException(
        "%s is not %s".formatted(QuotedText.of(new String(characters, offset, length)), expected));
  }
}

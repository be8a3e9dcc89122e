package dev.vidiexport.sinks.sqlite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Reads times as this program writes them: {@code 2016-04-29 10:00:00}, or in UTC {@code
 * 2016-04-29T08:00:00Z}, with six digits of fraction where there is one. There is one of them in
 * most rows, and the JDK's own parser took half of the time of reading.
 */
final class StoredTime {
  private static final String LOCAL = "####-##-## ##:##:##.######";
  private static final String UTC = "####-##-##T##:##:##.######";
  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private StoredTime() {}

  /**
   * The microseconds since 1970-01-01T00:00 of the same clock.
   *
   * @return empty where the text is no such time
   */
  static OptionalLong micros(String text, boolean utc) {
    String pattern = utc ? UTC : LOCAL;
    int length = text.length() - (utc ? 1 : 0);
    boolean isFraction = length == pattern.length();
    if ((!isFraction && length != LENGTH_WITHOUT_FRACTION)
        || text.endsWith("Z") != utc
        || !fits(text, pattern, length)) {
      return OptionalLong.empty();
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return OptionalLong.empty();
    }
    long fraction = isFraction ? number(text, LENGTH_WITHOUT_FRACTION + 1, length) : 0;
    long secondOfDay = (hour * 60L + minute) * 60 + second;
    try {
      long day =
          LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
      return OptionalLong.of((day * SECONDS_PER_DAY + secondOfDay) * MICROS_PER_SECOND + fraction);
    } catch (DateTimeException noSuchDay) {
      return OptionalLong.empty();
    }
  }

  private static boolean fits(String text, String pattern, int length) {
    for (int place = 0; place < length; place++) {
      char found = text.charAt(place);
      char wanted = pattern.charAt(place);
      if (wanted == '#' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int place = from; place < to; place++) {
      number = number * 10 + text.charAt(place) - '0';
    }
    return number;
  }
}

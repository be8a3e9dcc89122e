package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.LocalDate;

/**
 * Writes timestamps as {@code 2016-04-29 10:00:00}, with six digits of fraction where there is one.
 * Neighbouring rows share their day as a rule, so the day is worked out only when it changes. Not
 * thread-safe.
 */
public final class TimestampWriting {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final String PATTERN = "0000-00-00 00:00:00.000000";

  private final byte[] text = PATTERN.getBytes(US_ASCII);
  private long dayInText = Long.MIN_VALUE;

  /**
   * The text of a timestamp.
   *
   * @param micros microseconds since 1970-01-01T00:00 in its own local time, from the year 1 to
   *     9999
   */
  public String write(long micros) {
    return new String(text, 0, prepare(micros), US_ASCII);
  }

  /** Writes the same as ASCII. */
  public void write(long micros, ByteWriter into) throws IOException {
    into.put(text, prepare(micros));
  }

  /** Puts the characters in their place, and tells how many there are. */
  private int prepare(long micros) {
    long day = Math.floorDiv(micros, MICROS_PER_DAY);
    if (day != dayInText) {
      putDay(LocalDate.ofEpochDay(day));
      dayInText = day;
    }
    long microsOfDay = Math.floorMod(micros, MICROS_PER_DAY);
    int second = (int) (microsOfDay / MICROS_PER_SECOND);
    int fraction = (int) (microsOfDay % MICROS_PER_SECOND);
    put(11, 2, second / 3600);
    put(14, 2, second / 60 % 60);
    put(17, 2, second % 60);
    put(20, 6, fraction);
    return fraction == 0 ? LENGTH_WITHOUT_FRACTION : text.length;
  }

  private void putDay(LocalDate day) {
    put(0, 4, day.getYear());
    put(5, 2, day.getMonthValue());
    put(8, 2, day.getDayOfMonth());
  }

  private void put(int at, int digits, int number) {
    int rest = number;
    for (int index = at + digits - 1; index >= at; index--) {
      text[index] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}

package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.time.LocalDate;

/**
 * Writes timestamps as {@code 2016-04-29 10:00:00}, and those in UTC as {@code
 * 2016-04-29T10:00:00Z}; with six digits of fraction where there is one. Few exports span more days
 * than are remembered here, so a day is usually worked out only once. Not thread-safe.
 */
public final class TimestampWriter {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
  private static final int LENGTH_WITHOUT_FRACTION = 19;
  private static final int LENGTH_WITH_FRACTION = 26;
  private static final int LENGTH_OF_DAY = 10;
  private static final String LOCAL = "0000-00-00 00:00:00.000000";
  private static final String UTC = "0000-00-00T00:00:00.000000Z";

  /** A power of two, so that the lowest bits of a day tell its place. */
  private static final int REMEMBERED_DAYS = 1024;

  private final byte[] text;
  private final boolean isUtc;
  private final long[] days = new long[REMEMBERED_DAYS];
  private final byte[][] dayTexts = new byte[REMEMBERED_DAYS][];

  /** Writes local times. */
  public TimestampWriter() {
    this(LOCAL, false);
  }

  private TimestampWriter(String pattern, boolean isUtc) {
    this.text = pattern.getBytes(US_ASCII);
    this.isUtc = isUtc;
  }

  /** Writes times in UTC, and says so. */
  public static TimestampWriter ofUtc() {
    return new TimestampWriter(UTC, true);
  }

  /** A writer for each column of a schema, by what it means; those alike share one. */
  public static TimestampWriter[] forColumns(Schema schema) {
    TimestampWriter local = new TimestampWriter();
    TimestampWriter utc = ofUtc();
    return schema.columns().stream()
        .map(column -> column.meaning() == ColumnMeaning.UTC ? utc : local)
        .toArray(TimestampWriter[]::new);
  }

  /**
   * The text of a timestamp.
   *
   * @param micros microseconds since 1970-01-01T00:00 in its own local time, or in UTC; from the
   *     year 1 to 9999
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
    System.arraycopy(dayText(day), 0, text, 0, LENGTH_OF_DAY);
    long microsOfDay = Math.floorMod(micros, MICROS_PER_DAY);
    int second = (int) (microsOfDay / MICROS_PER_SECOND);
    int fraction = (int) (microsOfDay % MICROS_PER_SECOND);
    putPair(11, second / 3600);
    putPair(14, second / 60 % 60);
    putPair(17, second % 60);
    int length = LENGTH_WITHOUT_FRACTION;
    if (fraction != 0) {
      text[LENGTH_WITHOUT_FRACTION] = '.';
      putPair(20, fraction / 10_000);
      putPair(22, fraction / 100 % 100);
      putPair(24, fraction % 100);
      length = LENGTH_WITH_FRACTION;
    }
    if (isUtc) {
      text[length++] = 'Z';
    }
    return length;
  }

  private byte[] dayText(long day) {
    int place = (int) (day & (REMEMBERED_DAYS - 1));
    if (dayTexts[place] == null || days[place] != day) {
      days[place] = day;
      dayTexts[place] = LocalDate.ofEpochDay(day).toString().getBytes(US_ASCII);
    }
    return dayTexts[place];
  }

  private void putPair(int at, int number) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
  }
}

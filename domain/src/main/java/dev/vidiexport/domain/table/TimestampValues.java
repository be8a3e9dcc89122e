package dev.vidiexport.domain.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Timestamps, in microseconds of their own local time. */
final class TimestampValues extends ColumnValues {
  private static final long MICROS_PER_SECOND = 1_000_000L;

  /** The years from 1 to 9999, in microseconds: from the one up to, but not with, the other. */
  private static final long FIRST = secondsOfYear(1) * MICROS_PER_SECOND;

  private static final long END = secondsOfYear(10_000) * MICROS_PER_SECOND;

  private long[] micros;

  TimestampValues(int room) {
    super(ColumnType.TIMESTAMP, room);
    micros = new long[room];
  }

  /**
   * The microseconds of a date and time.
   *
   * @throws IllegalArgumentException when it is of no year from 1 to 9999, or finer
   */
  static long micros(LocalDateTime value) {
    if (value.getYear() < 1 || value.getYear() > 9999) {
      throw new IllegalArgumentException(
          "value must be from the year 1 to 9999, but was %s".formatted(value));
    }
    if (!value.truncatedTo(ChronoUnit.MICROS).equals(value)) {
      throw new IllegalArgumentException(
          "value must be in whole microseconds, but was %s".formatted(value));
    }
    return value.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND
        + value.get(ChronoField.MICRO_OF_SECOND);
  }

  /**
   * Stores a value.
   *
   * @throws IllegalArgumentException when it is of no year from 1 to 9999
   */
  void store(int row, long value) {
    if (value < FIRST || value >= END) {
      throw new IllegalArgumentException(
          "micros must be from the year 1 to 9999, but was %s".formatted(value));
    }
    micros[row] = value;
    setPresent(row);
  }

  long micros(int row) {
    return micros[row];
  }

  @Override
  void grow(int room) {
    super.grow(room);
    micros = Arrays.copyOf(micros, room);
  }

  @Override
  void copyBits(long[] into, int rows) {
    System.arraycopy(micros, 0, into, 0, rows);
  }

  private static long secondsOfYear(int year) {
    return LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  }
}

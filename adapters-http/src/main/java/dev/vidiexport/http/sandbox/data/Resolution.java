package dev.vidiexport.http.sandbox.data;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long a time one row stands for, and when such times begin. */
enum Resolution {
  FINEST("finest", Duration.ZERO),
  FIVE_MINUTES("5m", Duration.ofMinutes(5)),
  TEN_MINUTES("10m", Duration.ofMinutes(10)),
  FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
  THIRTY_MINUTES("30m", Duration.ofMinutes(30)),
  ONE_HOUR("1h", Duration.ofHours(1)),
  ONE_DAY("1d", Duration.ofDays(1)),
  SEVEN_DAYS("7d", Duration.ofDays(7)),
  THIRTY_DAYS("30d", Duration.ofDays(30)),
  /** A calendar month; the length is that of the shortest. */
  ONE_MONTH("1M", Duration.ofDays(28));

  private static final long NANOS_OF_DAY = Duration.ofDays(1).toNanos();

  private final String word;
  private final Duration length;

  Resolution(String word, Duration length) {
    this.word = word;
    this.length = length;
  }

  static Optional<Resolution> find(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }

  /** All but the finest. */
  static List<Resolution> aggregated() {
    return List.of(values()).subList(1, values().length);
  }

  String word() {
    return word;
  }

  boolean isAggregated() {
    return this != FINEST;
  }

  /** Whether periods are longer than a day. */
  boolean isLong() {
    return length.compareTo(Duration.ofDays(1)) > 0;
  }

  /**
   * The first period that does not begin before a time. Minutes and hours are counted from
   * midnight; 7 and 30 days from the first midnight of the range.
   */
  LocalDateTime firstPeriod(LocalDateTime start) {
    if (this == ONE_MONTH) {
      LocalDateTime month = start.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      return month.isBefore(start) ? month.plusMonths(1) : month;
    }
    long step = Math.min(length.toNanos(), NANOS_OF_DAY);
    long passed = start.toLocalTime().toNanoOfDay();
    long periods = (passed + step - 1) / step;
    return start.toLocalDate().atTime(LocalTime.MIDNIGHT).plusNanos(periods * step);
  }

  LocalDateTime nextPeriod(LocalDateTime period) {
    return this == ONE_MONTH ? period.plusMonths(1) : period.plus(length);
  }

  /** How long a period is, in hours. */
  double hours(LocalDateTime period) {
    return Duration.between(period, nextPeriod(period)).toSeconds() / 3600.0;
  }
}

package dev.vidiexport.domain.history;

import dev.vidiexport.domain.request.TimeResolution;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** How long the windows are into which the time of an export is cut. */
public enum WindowLength {
  /** A day. */
  DAY("1d", "date"),
  /** From Monday to Sunday. */
  WEEK("7d", "week"),
  /** A calendar month. */
  MONTH("1M", "month");

  private final String word;
  private final String partition;

  WindowLength(String word, String partition) {
    this.word = word;
    this.partition = partition;
  }

  /** The word for it in a project file. */
  public String word() {
    return word;
  }

  /** The name of the partitions into which files of such windows go. */
  public String partition() {
    return partition;
  }

  /** The first day of the window in which a day lies. */
  public LocalDate firstDayOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the window that follows the one in which a day lies. */
  public LocalDate firstDayAfter(LocalDate day) {
    LocalDate first = firstDayOf(day);
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }

  /** The last day of the window in which a day lies. */
  public LocalDate lastDayOf(LocalDate day) {
    return firstDayAfter(day).minusDays(1);
  }

  /** The nearest day that begins a window and is not after a day. */
  public LocalDate previousFirstDay(LocalDate day) {
    return firstDayOf(day);
  }

  /** The nearest day that begins a window and is not before a day. */
  public LocalDate nextFirstDay(LocalDate day) {
    return firstDayOf(day).equals(day) ? day : firstDayAfter(day);
  }

  /** The nearest day that ends a window and is not after a day. */
  public LocalDate previousLastDay(LocalDate day) {
    return nextLastDay(day).equals(day) ? day : firstDayOf(day).minusDays(1);
  }

  /** The nearest day that ends a window and is not before a day. */
  public LocalDate nextLastDay(LocalDate day) {
    return lastDayOf(day);
  }

  /** Whether windows of this length hold whole periods of a resolution. */
  public boolean takes(TimeResolution resolution) {
    return switch (resolution) {
      case FINEST, FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR, ONE_DAY ->
          true;
      case SEVEN_DAYS -> this == WEEK;
      case THIRTY_DAYS -> false;
      case ONE_MONTH -> this == MONTH;
    };
  }

  /** The length that a project file calls by this word, which is case-sensitive. */
  public static Optional<WindowLength> find(String word) {
    return Arrays.stream(values()).filter(length -> length.word.equals(word)).findFirst();
  }
}

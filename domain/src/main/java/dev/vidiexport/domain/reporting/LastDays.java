package dev.vidiexport.domain.reporting;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last days or calendar months of a history, written as {@code 7d} or {@code 1M}. Immutable.
 *
 * @param count how many of them; at least 1
 */
public record LastDays(int count, Unit unit) {
  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,3})([dM])");

  /** What is counted. */
  public enum Unit {
    DAYS,
    MONTHS
  }

  public LastDays {
    requireNonNull(unit, "unit must not be null");
    if (count < 1) {
      throw new IllegalArgumentException("count must be positive, but was " + count);
    }
  }

  /**
   * Reads what a user wrote.
   *
   * @throws IllegalArgumentException with a clause, when it is no such number
   */
  public static LastDays parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          "must be days or calendar months such as 7d or 1M, but was \"%s\"".formatted(text));
    }
    return new LastDays(
        Integer.parseInt(shape.group(1)), shape.group(2).equals("d") ? Unit.DAYS : Unit.MONTHS);
  }

  /**
   * The days meant.
   *
   * @param lastOver the last day that is over; of months those that end by then count
   */
  public ReportSpan until(LocalDate lastOver) {
    if (unit == Unit.DAYS) {
      return ReportSpan.ofDays(lastOver.minusDays(count - 1L), lastOver);
    }
    YearMonth last = YearMonth.from(lastOver.plusDays(1)).minusMonths(1);
    return ReportSpan.ofDays(last.minusMonths(count - 1L).atDay(1), last.atEndOfMonth());
  }
}

package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** With which earlier span a report compares its own. */
public enum Comparison {
  /** The one before it: of whole calendar months as many months, else as many days. */
  PREVIOUS("previous"),
  /** 364 days before, so that each day is compared with one of the same weekday. */
  YEAR("year");

  private static final int DAYS_OF_52_WEEKS = 364;

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  /** What a user calls it. */
  public String word() {
    return word;
  }

  /** The comparison of that word. */
  public static Optional<Comparison> find(String word) {
    return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
  }

  /** The span that is compared with another. */
  public ReportSpan before(ReportSpan span) {
    return switch (this) {
      case YEAR -> earlier(span, DAYS_OF_52_WEEKS);
      case PREVIOUS -> areMonths(span) ? monthsBefore(span) : earlier(span, span.days());
    };
  }

  private static boolean areMonths(ReportSpan span) {
    return !span.hasPartialDays()
        && span.firstDay().getDayOfMonth() == 1
        && span.lastDay().plusDays(1).getDayOfMonth() == 1;
  }

  private static ReportSpan monthsBefore(ReportSpan span) {
    LocalDate first = span.firstDay();
    long months =
        ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(span.lastDay())) + 1;
    return ReportSpan.ofDays(first.minusMonths(months), first.minusDays(1));
  }

  private static ReportSpan earlier(ReportSpan span, long days) {
    LocalDateTime first = span.first().minusDays(days);
    return new ReportSpan(first, span.last().minusDays(days));
  }
}

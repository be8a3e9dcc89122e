package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of a span, and those before it on which periods begin that reach into it, as numbers
 * from 0 on. Immutable.
 *
 * @param span of the report
 * @param first the day with the number 0
 */
record SpanDays(ReportSpan span, LocalDate first) {
  static SpanDays of(ReportSpan span, List<CountedRows> rows) {
    return new SpanDays(
        span,
        rows.stream()
            .map(counted -> counted.counter().firstDay())
            .min(LocalDate::compareTo)
            .orElse(span.firstDay()));
  }

  int count() {
    return indexOf(span.lastDay()) + 1;
  }

  int indexOf(LocalDate date) {
    return (int) (date.toEpochDay() - first.toEpochDay());
  }

  LocalDate date(int day) {
    return first.plusDays(day);
  }

  boolean isInSpan(int day) {
    return !date(day).isBefore(span.firstDay());
  }
}

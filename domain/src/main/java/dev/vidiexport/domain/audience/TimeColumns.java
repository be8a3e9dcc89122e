package dev.vidiexport.domain.audience;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of tables over time: the days, or months where these would be too many. Immutable.
 *
 * @param byMonth whether they are months
 * @param all ascending
 */
record TimeColumns(boolean byMonth, List<TimeColumn> all) {
  /** Up to so many cells are shown by day. */
  static final int MOST_CELLS = 20_000;

  TimeColumns {
    all = List.copyOf(all);
  }

  /**
   * The columns of a report.
   *
   * @param lines the numbers of its days, or of the days on which its longer periods begin,
   *     ascending
   */
  static TimeColumns of(SpanDays days, List<Integer> lines, int places) {
    if ((long) lines.size() * places <= MOST_CELLS) {
      return new TimeColumns(
          false, lines.stream().map(day -> new TimeColumn(days.date(day), day, day + 1)).toList());
    }
    List<TimeColumn> months = new ArrayList<>();
    for (int from = 0; from < days.count(); ) {
      LocalDate first = days.date(from);
      int until = Math.min(days.count(), days.indexOf(first.withDayOfMonth(1).plusMonths(1)));
      months.add(new TimeColumn(first, from, until));
      from = until;
    }
    return new TimeColumns(true, months);
  }
}

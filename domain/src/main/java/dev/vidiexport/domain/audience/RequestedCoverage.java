package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.LocalPeriods;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one request asked for: every period of every camera. Immutable.
 *
 * @param resolution of the rows
 * @param span from the first second asked for to the last, which belongs to it
 * @param locations the cameras, ascending
 */
public record RequestedCoverage(TimeResolution resolution, ReportSpan span, List<Long> locations)
    implements ExpectedCoverage {
  public RequestedCoverage {
    requireNonNull(resolution, "resolution must not be null");
    requireNonNull(span, "span must not be null");
    locations = locations.stream().distinct().sorted().toList();
  }

  /**
   * Nobody knows when 30 days begin, nor what VidiCenter makes of a request that begins within a
   * period; and the finest rows have none.
   */
  @Override
  public boolean isKnown() {
    LocalDateTime first = span.first();
    boolean isMidnight = first.toLocalTime().equals(LocalTime.MIDNIGHT);
    return switch (resolution) {
      case FINEST, THIRTY_DAYS -> false;
      case ONE_DAY -> isMidnight;
      case SEVEN_DAYS -> isMidnight && first.getDayOfWeek() == DayOfWeek.MONDAY;
      case ONE_MONTH -> isMidnight && first.getDayOfMonth() == 1;
      case FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR -> true;
    };
  }

  @Override
  public long periods(long location, LocalDate firstDay, LocalDate lastDay) {
    LocalDateTime from = later(firstDay.atStartOfDay(), span.first());
    LocalDateTime until = earlier(lastDay.plusDays(1).atStartOfDay(), span.last().plusSeconds(1));
    return from.isBefore(until) && Collections.binarySearch(locations, location) >= 0
        ? LocalPeriods.of(resolution, Optional.empty())
            .count(LocalPeriods.secondOf(from), LocalPeriods.secondOf(until))
        : 0;
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}

package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.LocalPeriods;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

  /** Nobody knows when 30 days begin, and the finest rows have no periods. */
  @Override
  public boolean isKnown() {
    return switch (resolution) {
      case FINEST, THIRTY_DAYS -> false;
      default -> true;
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

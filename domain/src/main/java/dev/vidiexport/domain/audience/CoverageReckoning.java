package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.Coverage;
import java.util.List;
import java.util.OptionalLong;

/** How well places were covered, by the rows of one data type. Immutable. */
final class CoverageReckoning {
  private final CountedRows counted;
  private final SpanDays days;

  CoverageReckoning(CountedRows counted, SpanDays days) {
    this.counted = counted;
    this.days = days;
  }

  /** The coverage of a place from a day on and before another. */
  Coverage of(CameraGroup group, PlaceReckoning place, int from, int until) {
    return new Coverage(
        hasPeriods() ? OptionalLong.of(place.measured(from, until)) : OptionalLong.empty(),
        expected(group.locations(), from, until));
  }

  /** How many periods of some cameras there should be. */
  OptionalLong expected(List<Long> locations, int from, int until) {
    ExpectedCoverage expected = counted.expected();
    if (!expected.isKnown() || !hasPeriods()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (long location : locations) {
      sum += expected.periods(location, days.date(from), days.date(until - 1));
    }
    return OptionalLong.of(sum);
  }

  boolean hasPeriods() {
    return counted.counter().shape().hasPeriods();
  }
}

package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.ExpectedCoverage;
import java.time.LocalDate;
import java.util.List;

/**
 * What a request asked for outside the days of a report: nothing of them. Immutable.
 *
 * @param asked the cameras that it asked for
 */
record NothingExpected(List<Long> asked) implements ExpectedCoverage {
  NothingExpected {
    asked = List.copyOf(asked);
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  /** A camera of which nothing was asked for is not missing. */
  @Override
  public List<Long> locations() {
    return List.of();
  }

  @Override
  public long periods(long location, LocalDate firstDay, LocalDate lastDay) {
    return 0;
  }
}

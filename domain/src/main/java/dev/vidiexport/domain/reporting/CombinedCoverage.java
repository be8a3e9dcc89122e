package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.ExpectedCoverage;
import java.time.LocalDate;
import java.util.List;

/**
 * What several requests asked for. Immutable.
 *
 * @param parts at least one; no two expect the same period of the same camera
 */
record CombinedCoverage(List<ExpectedCoverage> parts) implements ExpectedCoverage {
  CombinedCoverage {
    parts = List.copyOf(parts);
  }

  @Override
  public boolean isKnown() {
    return parts.stream().allMatch(ExpectedCoverage::isKnown);
  }

  @Override
  public List<Long> locations() {
    return parts.stream().flatMap(part -> part.locations().stream()).distinct().sorted().toList();
  }

  @Override
  public long periods(long location, LocalDate firstDay, LocalDate lastDay) {
    return parts.stream().mapToLong(part -> part.periods(location, firstDay, lastDay)).sum();
  }
}

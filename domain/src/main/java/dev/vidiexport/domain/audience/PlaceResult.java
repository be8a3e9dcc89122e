package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.PlaceName;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was reckoned of one place.
 *
 * @param hasRows whether the rows of the main figure tell of it
 * @param measuredHours of the rows of the main figure
 * @param coverage by the data type whose rows it is of
 * @param rates by the data type from whose rows they are
 * @param trend the main figure by column
 * @param cells the coverage by column, of the rows of the main figure
 */
record PlaceResult(
    CameraGroup group,
    boolean hasRows,
    Counts counts,
    double measuredHours,
    Map<AudienceType, Coverage> coverage,
    Map<AudienceType, RateSums> rates,
    List<OptionalDouble> trend,
    List<Coverage> cells) {
  PlaceResult {
    coverage = Map.copyOf(coverage);
    rates = Map.copyOf(rates);
    trend = List.copyOf(trend);
    cells = List.copyOf(cells);
  }

  PlaceName place() {
    return group.place();
  }

  OptionalDouble count(CountKind kind) {
    return counts.of(kind);
  }

  OptionalDouble rate(RateKind rate, AudienceType type) {
    RateSums sums = rates.get(type);
    return sums == null ? OptionalDouble.empty() : sums.ratio(rate, 0);
  }

  Coverage coverageOf(AudienceType type) {
    return coverage.getOrDefault(type, Coverage.UNKNOWN);
  }
}

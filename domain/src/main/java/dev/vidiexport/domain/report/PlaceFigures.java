package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was counted at a place. Immutable.
 *
 * @param share of the main figure of all places, from 0 to 1
 * @param conversion watchers by people who passed by
 * @param perMeasuredHour the main figure by the hours that were measured, which can be compared
 *     between places; empty where nobody knows how many these are
 * @param trend the main figure over time, by the columns of {@link QualityFigures}
 */
public record PlaceFigures(
    PlaceName place,
    Counts counts,
    OptionalDouble share,
    OptionalDouble conversion,
    Coverage coverage,
    OptionalDouble perMeasuredHour,
    List<OptionalDouble> trend) {
  public PlaceFigures {
    requireNonNull(place, "place must not be null");
    requireNonNull(counts, "counts must not be null");
    requireNonNull(share, "share must not be null");
    requireNonNull(conversion, "conversion must not be null");
    requireNonNull(coverage, "coverage must not be null");
    requireNonNull(perMeasuredHour, "perMeasuredHour must not be null");
    trend = List.copyOf(trend);
  }
}

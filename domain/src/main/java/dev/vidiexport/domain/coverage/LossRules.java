package dev.vidiexport.domain.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds out whether an answer has less than the file that it would replace: fewer measured periods
 * of a place, or, where rows have no periods, under half of its rows.
 */
public final class LossRules {
  private LossRules() {}

  /** What is lost, by place; empty where nothing is. */
  public static List<PlaceLoss> losses(SliceFacts before, SliceFacts now) {
    Map<PlaceId, PlaceCoverage> found = new HashMap<>();
    now.places().forEach(place -> found.put(place.place(), place));
    return before.places().stream()
        .map(place -> loss(place, Optional.ofNullable(found.get(place.place()))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PlaceLoss> loss(PlaceCoverage before, Optional<PlaceCoverage> now) {
    long rows = now.map(PlaceCoverage::rows).orElse(0L);
    if (before.measured().isEmpty()) {
      return isHalfLost(before.rows(), rows)
          ? Optional.of(new PlaceLoss(before.place(), before.rows(), rows, false))
          : Optional.empty();
    }
    long measured = now.map(PlaceCoverage::measured).orElse(OptionalLong.empty()).orElse(0);
    return measured < before.measured().getAsLong()
        ? Optional.of(new PlaceLoss(before.place(), before.measured().getAsLong(), measured, true))
        : Optional.empty();
  }

  /**
   * Whether rows are under half of those before: all that can be said where no row names a place.
   */
  public static boolean isHalfLost(long before, long now) {
    return now < before - now;
  }
}

package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** How well a place was covered over time, by the columns of {@link QualityFigures}. Immutable. */
public record PlaceQuality(PlaceName place, List<Coverage> coverage) {
  public PlaceQuality {
    requireNonNull(place, "place must not be null");
    coverage = List.copyOf(coverage);
  }
}

package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

/**
 * What an answer has less of a place than the file that is there. Immutable.
 *
 * @param before how many measured periods the file has, or how many rows where rows have no periods
 * @param now how many the answer has
 * @param periods whether these are periods
 */
public record PlaceLoss(PlaceId place, long before, long now, boolean periods) {
  public PlaceLoss {
    requireNonNull(place, "place must not be null");
  }
}

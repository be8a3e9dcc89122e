package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How many vehicles, or people on foot, were at a place, and for how long. Immutable.
 *
 * @param seconds for how long one of them stayed
 */
public record PlacePresence(PlaceName place, OptionalDouble count, OptionalDouble seconds) {
  public PlacePresence {
    requireNonNull(place, "place must not be null");
    requireNonNull(count, "count must not be null");
    requireNonNull(seconds, "seconds must not be null");
  }
}

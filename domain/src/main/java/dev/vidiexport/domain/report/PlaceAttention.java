package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

/** How long people stayed and looked at a place. Immutable. */
public record PlaceAttention(PlaceName place, AttentionRates rates) {
  public PlaceAttention {
    requireNonNull(place, "place must not be null");
    requireNonNull(rates, "rates must not be null");
  }
}

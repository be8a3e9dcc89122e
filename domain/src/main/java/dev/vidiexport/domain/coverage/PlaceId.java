package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

/**
 * A place that rows may speak of. Immutable.
 *
 * @param id its whole number
 */
public record PlaceId(PlaceKind kind, long id) {
  public PlaceId {
    requireNonNull(kind, "kind must not be null");
  }
}

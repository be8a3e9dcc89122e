package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A place that is expected in a slice. Immutable.
 *
 * @param id as VidiCenter numbers its places
 * @param expected how many periods are expected of it, perhaps none; empty for types of which
 *     nobody can know
 */
public record PlaceExpectation(PlaceKind kind, long id, OptionalLong expected) {
  public PlaceExpectation {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(expected, "expected must not be null");
  }
}

package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * How much of the time of a place is measured, in one slice or in several. Immutable.
 *
 * @param rows how many rows speak of it; not negative
 * @param expected how many periods there should be; empty where nobody can say
 * @param measured how many periods have a figure; empty where rows have no periods
 * @param placeholder how many periods have rows, and no figure; empty where rows have no periods
 */
public record PlaceCoverage(
    PlaceId place,
    long rows,
    OptionalLong expected,
    OptionalLong measured,
    OptionalLong placeholder) {
  public PlaceCoverage {
    requireNonNull(place, "place must not be null");
    requireNonNull(expected, "expected must not be null");
    requireNonNull(measured, "measured must not be null");
    requireNonNull(placeholder, "placeholder must not be null");
    if (rows < 0) {
      throw new IllegalArgumentException("rows must not be negative, but was " + rows);
    }
  }

  /** The same, with another number of expected periods. */
  public PlaceCoverage expecting(OptionalLong other) {
    return new PlaceCoverage(place, rows, other, measured, placeholder);
  }

  /** The two together, of the same place; what one of them does not know, the sum does not. */
  public PlaceCoverage plus(PlaceCoverage other) {
    return new PlaceCoverage(
        place,
        rows + other.rows,
        sum(expected, other.expected),
        sum(measured, other.measured),
        sum(placeholder, other.placeholder));
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }
}

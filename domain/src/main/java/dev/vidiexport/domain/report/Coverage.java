package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How much of the time was measured. Immutable.
 *
 * @param measured how many periods of places have a figure; empty where rows have no periods, as
 *     the finest have none
 * @param expected how many there should be; empty where nobody can say
 */
public record Coverage(OptionalLong measured, OptionalLong expected) {
  /** Nobody can say. */
  public static final Coverage UNKNOWN = new Coverage(OptionalLong.empty(), OptionalLong.empty());

  public Coverage {
    requireNonNull(measured, "measured must not be null");
    requireNonNull(expected, "expected must not be null");
  }

  /** The part that was measured, from 0 to 1; empty where nothing is known or expected. */
  public OptionalDouble share() {
    return measured.isPresent() && expected.isPresent() && expected.getAsLong() > 0
        ? OptionalDouble.of(measured.getAsLong() / (double) expected.getAsLong())
        : OptionalDouble.empty();
  }
}

package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * The sum of a main metric in a slice that has changed. Immutable.
 *
 * @param name its column in files
 * @param before in the rows of before; empty where they had no value, or nobody knows
 * @param now in the rows of now; empty where they have no value
 */
public record MetricSum(String name, OptionalDouble before, OptionalDouble now) {
  public MetricSum {
    requireNonNull(name, "name must not be null");
    requireNonNull(before, "before must not be null");
    requireNonNull(now, "now must not be null");
  }
}

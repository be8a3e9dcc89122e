package dev.vidiexport.domain.audience;

import java.util.OptionalDouble;

/** Pairs of sums, of which one by the other is a rate. For one thread. */
final class RatioSums {
  private final ExactSums numerators;
  private final ExactSums denominators;

  RatioSums(int size) {
    numerators = new ExactSums(size);
    denominators = new ExactSums(size);
  }

  /** Adds what one row says, in which both were measured. */
  void add(int place, double numerator, double denominator) {
    numerators.add(place, numerator);
    denominators.add(place, denominator);
  }

  /** Adds what has been added to a place of others. */
  void addSums(int place, RatioSums others, int otherPlace) {
    numerators.addSum(place, others.numerators, otherPlace);
    denominators.addSum(place, others.denominators, otherPlace);
  }

  /**
   * One sum by the other.
   *
   * @param unit by what the numerator is divided besides
   * @return empty where nothing was measured, or there is nothing to divide by
   */
  OptionalDouble ratio(int place, int unit) {
    double denominator = denominators.value(place);
    return denominators.isPresent(place) && denominator != 0
        ? OptionalDouble.of(numerators.value(place) / unit / denominator)
        : OptionalDouble.empty();
  }
}

package dev.vidiexport.domain.audience;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The sums of all rates, for each of some places. For one thread. */
final class RateSums {
  private final int size;
  private final Map<RateKind, RatioSums> sums = new EnumMap<>(RateKind.class);

  RateSums(int size) {
    this.size = size;
  }

  void add(RateKind rate, int place, double numerator, double denominator) {
    of(rate).add(place, numerator, denominator);
  }

  /** Adds what has been added to a place of others. */
  void addAll(int place, RateSums others, int otherPlace) {
    others.sums.forEach((rate, sum) -> of(rate).addSums(place, sum, otherPlace));
  }

  private RatioSums of(RateKind rate) {
    return sums.computeIfAbsent(rate, kind -> new RatioSums(size));
  }

  /** A rate; empty where it cannot be reckoned. */
  OptionalDouble ratio(RateKind rate, int place) {
    RatioSums sum = sums.get(rate);
    return sum == null ? OptionalDouble.empty() : sum.ratio(place, rate.unit());
  }
}

package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.AttentionRates;
import java.util.Collection;
import java.util.OptionalDouble;

/** Rates of several places together. Immutable. */
final class RateFigures {
  private final FigureSources sources;

  RateFigures(FigureSources sources) {
    this.sources = sources;
  }

  /** A rate of some places together; empty where it cannot be reckoned. */
  OptionalDouble of(RateKind rate, Collection<PlaceResult> places) {
    return sources
        .of(rate)
        .map(
            counted -> {
              RateSums sums = new RateSums(1);
              for (PlaceResult place : places) {
                RateSums own = place.rates().get(counted.type());
                if (own != null) {
                  sums.addAll(0, own, 0);
                }
              }
              return sums.ratio(rate, 0);
            })
        .orElse(OptionalDouble.empty());
  }

  /** A rate of one place. */
  OptionalDouble of(RateKind rate, PlaceResult place) {
    return sources
        .of(rate)
        .map(counted -> place.rate(rate, counted.type()))
        .orElse(OptionalDouble.empty());
  }

  AttentionRates attention(PlaceResult place) {
    return new AttentionRates(
        of(RateKind.DWELL, place),
        of(RateKind.ATTENTION, place),
        of(RateKind.ATTENTION_SHARE, place));
  }
}

package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many periods are expected, and what became of them. Immutable.
 *
 * @param expected empty where nobody can know
 * @param measured periods in which something was measured; empty where rows have no periods
 * @param placeholder periods that have rows and none that measured anything; empty likewise
 */
public record CoverageFigures(
    OptionalLong expected, OptionalLong measured, OptionalLong placeholder) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public CoverageFigures {
    requireNonNull(expected, "expected must not be null");
    requireNonNull(measured, "measured must not be null");
    requireNonNull(placeholder, "placeholder must not be null");
  }

  /**
   * How much of what is expected was measured, in per cent with one decimal, rounded down so that
   * only what is whole is 100.0, and never more than that; empty where nothing is expected.
   */
  public Optional<BigDecimal> percent() {
    if (expected.orElse(0) == 0 || measured.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(measured.getAsLong())
            .multiply(ALL)
            .divide(BigDecimal.valueOf(expected.getAsLong()), 1, RoundingMode.DOWN)
            .min(ALL.setScale(1)));
  }

  /** Whether less was measured than a percentage of what is expected; not where nothing is. */
  public boolean isBelow(BigDecimal least) {
    return expected.orElse(0) > 0
        && measured.isPresent()
        && BigDecimal.valueOf(measured.getAsLong())
                .multiply(ALL)
                .compareTo(least.multiply(BigDecimal.valueOf(expected.getAsLong())))
            < 0;
  }

  /** How many expected periods were not measured; 0 where nobody can know. */
  public long lacking() {
    return Math.max(0, expected.orElse(0) - measured.orElse(0));
  }

  /** The two together; what one of them does not know, the sum does not. */
  CoverageFigures plus(CoverageFigures other) {
    return new CoverageFigures(
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

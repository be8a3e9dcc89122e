package dev.vidiexport.domain.property;

import java.util.Random;

/**
 * Checks a claim on many made-up cases. Each case has a seed of its own, which a failure names;
 * {@code -Dproperty.seed=…} runs that case alone.
 */
public final class Property {
  /** The system property that chooses one case. */
  public static final String SEED = "property.seed";

  private static final long FIRST_SEED = 20160429;

  private Property() {}

  /** A claim about whatever the chance brings. */
  @FunctionalInterface
  public interface Claim {
    /** Throws when the claim does not hold. */
    void check(Random random) throws Exception;
  }

  /**
   * Checks a claim.
   *
   * @throws AssertionError naming the seed, when it does not hold
   */
  public static void holds(int cases, Claim claim) {
    Long chosen = Long.getLong(SEED);
    if (chosen != null) {
      check(chosen, claim);
      return;
    }
    for (long seed = FIRST_SEED; seed < FIRST_SEED + cases; seed++) {
      check(seed, claim);
    }
  }

  // Anything thrown is a failed case, and must come with its seed.
  private static void check(long seed, Claim claim) {
    try {
      claim.check(new Random(seed));
    } catch (Exception | AssertionError failure) {
      throw new AssertionError(
          "Does not hold for the case of -D%s=%s: %s".formatted(SEED, seed, failure), failure);
    }
  }
}

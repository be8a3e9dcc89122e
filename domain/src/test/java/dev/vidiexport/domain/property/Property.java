package dev.vidiexport.domain.property;

import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Checks a claim on many made-up cases: the one way to chance in tests. Each case has a seed of its
 * own, from which all follows that is random in it, and a failure names it.
 *
 * <ul>
 *   <li>{@code -Dproperty.seed=4711} runs the case of that seed alone, in every test that runs;
 *   <li>{@code -Dproperty.first=1} takes other cases than those of every build: the seeds from that
 *       one on.
 * </ul>
 */
public final class Property {
  /** The system property that chooses one case. */
  public static final String SEED = "property.seed";

  /** The system property that says where the seeds begin. */
  public static final String FIRST = "property.first";

  /** Where they begin when nobody says so. */
  public static final long FIRST_SEED = 20160429;

  private Property() {}

  /** A claim about whatever the chance brings. */
  @FunctionalInterface
  public interface Claim {
    /** Throws when the claim does not hold. */
    void check(Random random) throws Exception;
  }

  /**
   * Checks a claim, case by case.
   *
   * @throws AssertionError naming the seed of the first case in which it does not hold
   */
  public static void holds(int cases, Claim claim) {
    seeds(cases).forEach(seed -> holdsFor(seed, claim));
  }

  /**
   * The seeds of so many cases, for tests that check them in an order of their own; of one case
   * alone where one is chosen.
   *
   * @throws NumberFormatException when what was chosen is no number
   */
  public static LongStream seeds(long cases) {
    OptionalLong chosen = given(SEED);
    if (chosen.isPresent()) {
      return LongStream.of(chosen.getAsLong());
    }
    long first = given(FIRST).orElse(FIRST_SEED);
    return LongStream.range(first, first + cases);
  }

  /** What is no number must not be taken for nothing: all would seem to be well. */
  private static OptionalLong given(String name) {
    String number = System.getProperty(name);
    return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
  }

  /**
   * Checks a claim in one case.
   *
   * @throws AssertionError naming the seed, when it does not hold
   */
  public static void holdsFor(long seed, Claim claim) {
    try {
      claim.check(random(seed));
    } catch (Exception | Error failure) {
      // Whatever is thrown is a failed case, and must come with its seed.
      throw new AssertionError(failure(seed, failure), failure);
    }
  }

  /** How a failed case is told, so that it can be run again. */
  public static String failure(long seed, Object what) {
    return "Does not hold for the case of -D%s=%s: %s".formatted(SEED, seed, what);
  }

  /** Checks what all cases show together; nothing when one is chosen, which cannot show it. */
  public static void ofAll(Runnable check) {
    if (given(SEED).isEmpty()) {
      check.run();
    }
  }

  /** The chance of a seed, always the same; for sample data, too. */
  public static Random random(long seed) {
    // Of neighbouring seeds, Random draws nearly the same number at first.
    return new Random(new SplittableRandom(seed).nextLong());
  }
}

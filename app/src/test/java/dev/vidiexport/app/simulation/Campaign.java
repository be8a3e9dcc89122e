package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.testing.SampledShare;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Many schedules, on all processors, and what they reached and found together.
 *
 * @param <F> the classes of fault
 * @param <B> the bugs that may be planted
 */
public final class Campaign<F extends Enum<F>, B extends Campaign.Bug> {
  /** So many findings are told; more would say no more. */
  private static final int MOST_FAILURES = 5;

  private final World<F, B> world;
  private final PrimitiveIterator.OfLong seeds;
  private final long least;
  private final Map<F, Long> reached;
  private final List<String> failures = new ArrayList<>();
  private long run;
  private long firstFailed = Long.MAX_VALUE;
  private long nanos;

  /** What a simulation must find when it is planted. */
  public interface Bug {
    /** By what it is known; other things may be found of it as well. */
    String symptom();
  }

  /**
   * What came of a seed.
   *
   * @param reached the faults that took effect
   * @param findings what is not as it must be; empty when all is well
   * @param story what happened, for people and to compare two runs of a seed
   */
  public record Result<F>(long seed, Set<F> reached, List<String> findings, String story) {}

  /** Runs the schedule of a seed. */
  @FunctionalInterface
  public interface Simulated<F, B> {
    Result<F> run(long seed, Optional<B> bug);
  }

  /**
   * What is simulated.
   *
   * @param everyRun as many schedules as a run of the tests makes at least
   * @param mostOfEveryRun as many as it makes at most, until every class of fault was reached
   * @param thoroughRun as many as the thorough build makes
   * @param share how many of those are made that the system property asks for: of one in so many
   */
  public record World<F extends Enum<F>, B extends Bug>(
      Class<F> faults,
      long everyRun,
      long mostOfEveryRun,
      long thoroughRun,
      long share,
      Simulated<F, B> simulated) {}

  private Campaign(World<F, B> world, LongStream seeds, long least) {
    this.world = world;
    this.seeds = seeds.iterator();
    this.least = least;
    this.reached = new EnumMap<>(world.faults());
  }

  /**
   * As many as the system property {@code simulation.schedules} says, or a share of them in every
   * build, and which as {@link Property} does.
   */
  public static <F extends Enum<F>, B extends Bug> Campaign<F, B> configured(World<F, B> world) {
    Long asked = Long.getLong("simulation.schedules");
    if (asked == null) {
      return new Campaign<>(
          world,
          Property.seeds(SampledShare.of(world.mostOfEveryRun(), world.thoroughRun())),
          SampledShare.of(world.everyRun(), world.thoroughRun()));
    }
    long schedules = Math.max(1, asked / world.share());
    return new Campaign<>(world, Property.seeds(schedules), schedules);
  }

  /** The first of those that every run of the tests makes. */
  public static <F extends Enum<F>, B extends Bug> Campaign<F, B> ofEveryRun(
      World<F, B> world, long schedules) {
    return new Campaign<>(
        world,
        LongStream.range(0, schedules).map(number -> Property.FIRST_SEED + number),
        schedules);
  }

  /** Runs them all, or until enough of them have failed. */
  public void run(Optional<B> bug) {
    long begin = System.nanoTime();
    IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .forEach(worker -> work(bug));
    nanos = System.nanoTime() - begin;
  }

  private void work(Optional<B> bug) {
    for (OptionalLong seed = next(bug); seed.isPresent(); seed = next(bug)) {
      take(result(seed.getAsLong(), bug));
    }
  }

  private synchronized OptionalLong next(Optional<B> bug) {
    return isDecided(bug) || !seeds.hasNext()
        ? OptionalLong.empty()
        : OptionalLong.of(seeds.nextLong());
  }

  private boolean isDecided(Optional<B> bug) {
    return bug.map(this::isFound)
        .orElseGet(() -> failures.size() >= MOST_FAILURES || (run >= least && missed().isEmpty()));
  }

  private boolean isFound(B bug) {
    return failures.stream().anyMatch(failure -> failure.contains(bug.symptom()));
  }

  private Result<F> result(long seed, Optional<B> bug) {
    try {
      return world.simulated().run(seed, bug);
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(Property.failure(seed, "it broke the simulation"), failure);
    }
  }

  private synchronized void take(Result<F> result) {
    run++;
    result.reached().forEach(fault -> reached.merge(fault, 1L, Long::sum));
    if (!result.findings().isEmpty()) {
      firstFailed = Math.min(firstFailed, result.seed());
      failures.add(
          Property.failure(
              result.seed(), result.findings() + System.lineSeparator() + result.story()));
    }
  }

  /** What was found, each with its seed. */
  public List<String> failures() {
    return failures;
  }

  /** Fails when a promise was broken, or when a class of fault was never reached. */
  public void check() {
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
    Property.ofAll(this::checkMissed);
  }

  private void checkMissed() {
    if (!missed().isEmpty()) {
      throw new AssertionError(
          "In %s schedules these classes of fault were never reached: %s".formatted(run, missed()));
    }
  }

  /** The lowest seed of those that failed. */
  public long firstFailed() {
    return firstFailed;
  }

  /** The classes of fault that no run reached. */
  Set<F> missed() {
    Set<F> missed = EnumSet.allOf(world.faults());
    missed.removeAll(reached.keySet());
    return missed;
  }

  /** How many there were, how long they took, and what they reached. */
  public String report() {
    return String.format(
        Locale.ROOT,
        "Simulated %,d schedules in %.1f s (%.2f ms each), reached %d of %d classes of fault: %s",
        run,
        nanos / 1e9,
        nanos / 1e6 / run,
        reached.size(),
        world.faults().getEnumConstants().length,
        reached);
  }
}

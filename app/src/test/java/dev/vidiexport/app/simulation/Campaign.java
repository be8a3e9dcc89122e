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

/** Many schedules, on all processors, and what they reached and found together. */
final class Campaign {
  /** As many as a run of the tests makes at least. */
  static final long EVERY_RUN = 3_000;

  /** As many as it makes at most, until every class of fault has been reached. */
  private static final long MOST_OF_EVERY_RUN = 10_000;

  private static final long THOROUGH_RUN = 50_000;

  /** So many findings are told; more would say no more. */
  private static final int MOST_FAILURES = 5;

  private final PrimitiveIterator.OfLong seeds;
  private final long least;
  private final Map<Fault, Long> reached = new EnumMap<>(Fault.class);
  private final List<String> failures = new ArrayList<>();
  private long run;
  private long firstFailed = Long.MAX_VALUE;
  private long nanos;

  private Campaign(LongStream seeds, long least) {
    this.seeds = seeds.iterator();
    this.least = least;
  }

  /**
   * As many as the system property {@code simulation.schedules} says, or a share of them in every
   * build, and which as {@link Property} does.
   */
  static Campaign configured() {
    Long schedules = Long.getLong("simulation.schedules");
    return schedules == null
        ? new Campaign(
            Property.seeds(SampledShare.of(MOST_OF_EVERY_RUN, THOROUGH_RUN)),
            SampledShare.of(EVERY_RUN, THOROUGH_RUN))
        : new Campaign(Property.seeds(schedules), schedules);
  }

  /** The first of those that every run of the tests makes. */
  static Campaign ofEveryRun(long schedules) {
    return new Campaign(
        LongStream.range(0, schedules).map(number -> Property.FIRST_SEED + number), schedules);
  }

  /** Runs them all, or until enough of them have failed. */
  void run(Optional<PlantedBug> bug) {
    long begin = System.nanoTime();
    IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .forEach(worker -> work(bug));
    nanos = System.nanoTime() - begin;
  }

  private void work(Optional<PlantedBug> bug) {
    for (OptionalLong seed = next(bug); seed.isPresent(); seed = next(bug)) {
      take(result(seed.getAsLong(), bug));
    }
  }

  private synchronized OptionalLong next(Optional<PlantedBug> bug) {
    return isDecided(bug) || !seeds.hasNext()
        ? OptionalLong.empty()
        : OptionalLong.of(seeds.nextLong());
  }

  private boolean isDecided(Optional<PlantedBug> bug) {
    return failures.size() >= MOST_FAILURES
        || bug.map(this::isFound).orElseGet(() -> run >= least && missed().isEmpty());
  }

  private boolean isFound(PlantedBug bug) {
    return failures.stream().anyMatch(failure -> failure.contains(bug.symptom()));
  }

  private static Simulation.Result result(long seed, Optional<PlantedBug> bug) {
    try {
      return Simulation.of(seed, bug);
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(Property.failure(seed, "it broke the simulation"), failure);
    }
  }

  private synchronized void take(Simulation.Result result) {
    run++;
    result.reached().forEach(fault -> reached.merge(fault, 1L, Long::sum));
    if (!result.findings().isEmpty()) {
      firstFailed = Math.min(firstFailed, result.seed());
      failures.add(
          Property.failure(
              result.seed(), result.findings() + System.lineSeparator() + result.story()));
    }
  }

  List<String> failures() {
    return failures;
  }

  /** Fails when a promise was broken, or when a class of fault was never reached. */
  void check() {
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
  long firstFailed() {
    return firstFailed;
  }

  /** The classes of fault that no run reached. */
  Set<Fault> missed() {
    Set<Fault> missed = EnumSet.allOf(Fault.class);
    missed.removeAll(reached.keySet());
    return missed;
  }

  String report() {
    return String.format(
        Locale.ROOT,
        "Simulated %,d schedules in %.1f s (%.2f ms each), reached %d of %d classes of fault: %s",
        run,
        nanos / 1e9,
        nanos / 1e6 / run,
        reached.size(),
        Fault.values().length,
        reached);
  }
}

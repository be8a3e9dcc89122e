package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.testing.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Many schedules, on all processors, and what they reached and found together. */
final class Campaign {
  /** As many as a run of the tests makes at least. */
  static final long EVERY_RUN = 3_000;

  /** As many as it makes at most, until every class of fault has been reached. */
  private static final long MOST_OF_EVERY_RUN = 10_000;

  private static final long THOROUGH_RUN = 50_000;

  /** So many findings are told; more would say no more. */
  private static final int MOST_FAILURES = 5;

  private final long firstSeed;
  private final long schedules;
  private final long least;
  private final boolean replayed;
  private final AtomicLong next;
  private final Map<Fault, Long> reached = new EnumMap<>(Fault.class);
  private final List<String> failures = new ArrayList<>();
  private long run;
  private long firstFailure = Long.MAX_VALUE;
  private long nanos;

  Campaign(long firstSeed, long schedules) {
    this(firstSeed, schedules, schedules, false);
  }

  private Campaign(long firstSeed, long schedules, long least, boolean replayed) {
    this.firstSeed = firstSeed;
    this.schedules = schedules;
    this.least = least;
    this.replayed = replayed;
    this.next = new AtomicLong(firstSeed);
  }

  /** As the system properties {@code simulation.seed} and {@code simulation.schedules} say. */
  static Campaign configured() {
    Long seed = Long.getLong("simulation.seed");
    Long schedules = Long.getLong("simulation.schedules");
    if (seed != null) {
      return new Campaign(seed, 1, 1, true);
    }
    return schedules == null
        ? new Campaign(
            1, Share.of(MOST_OF_EVERY_RUN, THOROUGH_RUN), Share.of(EVERY_RUN, THOROUGH_RUN), false)
        : new Campaign(1, schedules);
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
    for (long seed = next.getAndIncrement();
        seed < firstSeed + schedules && !isDecided(bug);
        seed = next.getAndIncrement()) {
      take(result(seed, bug));
    }
  }

  private static Simulation.Result result(long seed, Optional<PlantedBug> bug) {
    try {
      return Simulation.of(seed, bug);
    } catch (RuntimeException | Error failure) {
      throw new AssertionError("Seed %s broke the simulation".formatted(seed), failure);
    }
  }

  private synchronized boolean isDecided(Optional<PlantedBug> bug) {
    return failures.size() >= (bug.isPresent() ? 1 : MOST_FAILURES)
        || (bug.isEmpty() && run >= least && missed().isEmpty());
  }

  private synchronized void take(Simulation.Result result) {
    run++;
    result.reached().forEach(fault -> reached.merge(fault, 1L, Long::sum));
    if (!result.findings().isEmpty()) {
      firstFailure = Math.min(firstFailure, result.seed() - firstSeed + 1);
      failures.add(
          "Seed %s: %s%nReplay it with -Dsimulation.seed=%s.%n%s"
              .formatted(result.seed(), result.findings(), result.seed(), result.story()));
    }
  }

  List<String> failures() {
    return failures;
  }

  /**
   * Fails when a promise was broken, or when a class of fault was never reached. One seed alone,
   * when it is replayed, cannot reach them all.
   */
  void check() {
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
    if (!replayed && !missed().isEmpty()) {
      throw new AssertionError(
          "In %s schedules these classes of fault were never reached: %s".formatted(run, missed()));
    }
  }

  /** How many schedules it took to find something. */
  long firstFailure() {
    return firstFailure;
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

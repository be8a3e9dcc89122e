package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.limits.SharingRuns.Run;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each of which has as many exports built as it can all the time, some ten times as fast as
 * others: it gives a place back and asks for it again at once, or looks again like everybody else.
 */
class SharesTest {
  /** Of which calls are never short. */
  private static final ServiceLimits LIMITS = new ServiceLimits(50, Duration.ofMillis(1), 2, 3);

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration TIME = Duration.ofMinutes(2);
  private static final int ROUNDS = 1;

  @TempDir private Path folder;

  /** A run as the test sees it. */
  private final class Greedy {
    final Run run;
    final Duration longestBuild;
    final Deque<Duration> ready = new ArrayDeque<>();
    final Map<Greedy, Integer> overtakenBy = new HashMap<>();
    Duration nextLook;
    boolean looks;
    int taken;

    Greedy(Run run, Duration longestBuild, Duration nextLook) {
      this.run = run;
      this.longestBuild = longestBuild;
      this.nextLook = nextLook;
    }

    /** One moment of its life. */
    void live(Duration now, Random random, List<Greedy> all) throws IOException {
      boolean gave = !ready.isEmpty() && ready.getFirst().compareTo(now) <= 0;
      if (gave) {
        ready.removeFirst();
        run.built();
      }
      if (gave || nextLook.compareTo(now) <= 0) {
        nextLook = now.plus(SharingRuns.LOOK_AGAIN);
        looks = true;
        while (ready.size() < LIMITS.exports() && run.build()) {
          // In the order of their begin, as places are given back.
          Duration build = Duration.ofMillis(random.nextInt((int) longestBuild.toMillis()));
          Duration last = ready.isEmpty() ? now : ready.getLast();
          ready.addLast(now.plus(build).compareTo(last) > 0 ? now.plus(build) : last);
          count(all);
        }
      }
    }

    private void count(List<Greedy> all) {
      taken++;
      overtakenBy.clear();
      if (all.stream().mapToInt(run -> run.ready.size()).sum() < LIMITS.exports()) {
        return; // A place is left for whoever has none.
      }
      for (Greedy other : all) {
        if (other != this && other.looks && other.ready.isEmpty()) {
          other.overtakenBy.merge(this, 1, Integer::sum);
        }
      }
    }
  }

  /**
   * Has runs share.
   *
   * @param watch looks at them after each moment
   */
  private List<Greedy> share(Random random, List<Duration> longestBuilds, Watch watch)
      throws IOException {
    Path path = Files.createTempDirectory(folder, "round").resolve("limits");
    try (SharingRuns runs = new SharingRuns(path)) {
      List<Greedy> all = new ArrayList<>();
      for (Duration longest : longestBuilds) {
        Duration begin = runs.now().plusMillis(random.nextInt(5_000));
        all.add(new Greedy(runs.begin(LIMITS), longest, begin));
      }
      Duration end = runs.now().plus(TIME);
      while (runs.now().compareTo(end) < 0) {
        for (Greedy run : all) {
          run.live(runs.now(), random, all);
        }
        watch.look(all);
        runs.pass(TICK);
      }
      return all;
    }
  }

  @FunctionalInterface
  private interface Watch {
    void look(List<Greedy> all);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void ofTwoRunsAreTwoPlacesAndOneInTurn() {
    Property.holds(
        ROUNDS,
        random -> {
          List<Integer> turns = new ArrayList<>();
          share(
              random,
              List.of(seconds(1), seconds(10)),
              all -> {
                int run = all.get(0).ready.size() >= 2 ? 0 : 1;
                boolean isTurn = all.stream().mapToInt(each -> each.ready.size()).sum() == 3;
                if (isTurn && (turns.isEmpty() || turns.get(turns.size() - 1) != run)) {
                  turns.add(run);
                }
              });

          assertThat(turns).hasSizeGreaterThan(12);
        });
  }

  @Test
  void areOnePlaceAtLeastAndWaitForNoMoreThanALook() {
    Duration most = SharingRuns.LOOK_AGAIN.multipliedBy(2);
    Property.holds(
        ROUNDS,
        random -> {
          Duration[] free = {Duration.ZERO};
          share(
              random,
              List.of(seconds(1), seconds(10)),
              all -> {
                if (all.stream().anyMatch(run -> run.taken == 0)) {
                  return;
                }
                assertThat(all).noneMatch(run -> run.ready.isEmpty());
                int built = all.stream().mapToInt(run -> run.ready.size()).sum();
                free[0] = built < LIMITS.exports() ? free[0].plus(TICK) : Duration.ZERO;
                assertThat(free[0]).as("how long a place is free").isLessThanOrEqualTo(most);
              });
        });
  }

  @Test
  void ofFourRunsGoRoundThoughOneIsTenTimesAsFast() {
    Property.holds(
        ROUNDS,
        random -> {
          List<Greedy> all =
              share(
                  random,
                  List.of(seconds(1), seconds(5), seconds(10), seconds(10)),
                  runs -> {
                    for (Greedy run : runs) {
                      assertThat(run.overtakenBy.values())
                          .as("how often others were before a run that has nothing")
                          .allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(1));
                    }
                  });

          int most = all.stream().mapToInt(run -> run.taken).max().orElseThrow();
          assertThat(all)
              .extracting(run -> run.taken)
              .allSatisfy(taken -> assertThat(taken).isGreaterThan(5));
          assertThat(most).isGreaterThan(30);
        });
  }

  @Test
  void ofOneRunAreAll() {
    Property.holds(
        ROUNDS,
        random ->
            share(
                random,
                List.of(seconds(2)),
                all -> {
                  Greedy lone = all.get(0);
                  assertThat(lone.taken == 0 || lone.ready.size() == LIMITS.exports())
                      .as("three at any time")
                      .isTrue();
                }));
  }
}

package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes share real locks. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunsOfLimitsTest {
  private static final int PLACES = 3;
  private static final int BUILDS = 50;

  @TempDir private Path folder;
  private Duration now = Duration.ofDays(3);

  @Test
  void getAsManyPlacesAsOneAnother() {
    Property.holds(1, this::share);
  }

  /** One is faster than the other, and asks again before this one has a chance to. */
  private void share(Random random) throws IOException {
    Path limits = Files.createTempDirectory(folder, "round").resolve("limits");
    int[] taken = {0, 0};
    int[] held = {0, 0};
    try (RunOfLimits fast = RunOfLimits.start(limits);
        RunOfLimits slow = RunOfLimits.start(limits)) {
      List<RunOfLimits> runs = List.of(fast, slow);
      while (Math.min(taken[0], taken[1]) < BUILDS) {
        int next = random.nextInt(5) == 0 ? 1 : 0;
        now = now.plusMillis(10);
        if (held[next] > 0) {
          runs.get(next).built(now);
          held[next]--;
        }
        while (runs.get(next).build(now)) {
          held[next]++;
          taken[next]++;
        }
        assertThat(held[0] + held[1]).isLessThanOrEqualTo(PLACES);
        assertThat(taken[0])
            .as("of the fast one, when the slow one had %s", taken[1])
            .isLessThan(5_000);
      }
    }
    assertThat(taken[0])
        .as("of the fast one, when the slow one had %s", taken[1])
        .isBetween(BUILDS, 8 * BUILDS);
  }

  @Test
  void areWaitedForAndHoldTheirPlacesUntilTheyAreKilled() throws IOException {
    try (RunOfLimits greedy = RunOfLimits.start(folder.resolve("limits"));
        RunOfLimits waiting = RunOfLimits.start(folder.resolve("limits"));
        RunOfLimits last = RunOfLimits.start(folder.resolve("limits"))) {
      for (int place = 0; place < PLACES; place++) {
        assertThat(greedy.build(now)).isTrue();
      }
      assertThat(waiting.build(now)).isFalse();
      greedy.built(now);
      assertThat(greedy.build(now)).isFalse();

      waiting.kill();

      assertThat(greedy.build(now)).isTrue();
      assertThat(last.build(now)).isFalse();

      greedy.kill();

      for (int place = 0; place < PLACES; place++) {
        assertThat(last.build(now)).isTrue();
      }
    }
  }
}

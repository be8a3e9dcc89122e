package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that come, call, die and go at random never pass the limits together. */
class ManyRunsTest {
  private static final ServiceLimits LIMITS = new ServiceLimits(7, Duration.ofMinutes(1), 2, 3);
  private static final int ROUNDS = 10;
  private static final int STEPS = 400;

  @TempDir private Path folder;
  private Duration now = Duration.ofDays(1);

  /** A run as the test sees it. */
  private final class Run {
    final LimitsFile file;
    final LimitsFile.Holding holding = new LimitsFile.Holding();
    boolean calling;
    boolean connected;
    boolean building;

    Run(Path path) throws IOException {
      file =
          LimitsFile.open(
              path, LIMITS, new MachineClock(1, () -> now, () -> Instant.EPOCH.plus(now)));
    }

    void giveBack() throws IOException {
      file.giveBackConnection(holding);
      file.giveBackExport(holding);
    }

    /** One step of its life. */
    void live(Random random, List<Duration> arrivals) throws IOException {
      if (calling) {
        // A call arrives at any moment until it ends.
        arrivals.add(now);
        now = now.plusMillis(random.nextInt(3_000));
        file.end(holding);
        calling = false;
      } else if (random.nextInt(4) == 0) {
        file.giveBackConnection(holding);
        connected = false;
        if (random.nextBoolean()) {
          file.giveBackExport(holding);
          building = false;
        }
      } else {
        boolean mayBuild = random.nextBoolean();
        calling = file.take(holding, mayBuild, random.nextInt(3)).isEmpty();
        connected |= calling;
        building |= calling && mayBuild;
      }
    }
  }

  @Test
  void neverPassTheLimits() {
    Property.holds(ROUNDS, this::live);
  }

  private void live(Random random) throws IOException {
    Path path = Files.createTempDirectory(folder, "round").resolve("limits");
    List<Duration> arrivals = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (runs.size() < 5) {
        runs.add(new Run(path));
      }
      Run run = runs.get(random.nextInt(runs.size()));
      if (random.nextInt(25) == 0) {
        if (run.calling) {
          arrivals.add(now);
        }
        run.file.close();
        runs.remove(run);
      } else {
        run.live(random, arrivals);
      }
      now = now.plusMillis(random.nextInt(2_000));
      assertThat(runs.stream().filter(other -> other.connected)).hasSizeLessThanOrEqualTo(2);
      assertThat(runs.stream().filter(other -> other.building)).hasSizeLessThanOrEqualTo(3);
    }
    assertThat(getAll(runs)).as("what is free is had in time").isTrue();
    for (Run run : runs) {
      run.file.close();
    }
    assertThatNoWindowHasMore(arrivals);
  }

  /**
   * Whether each gets a call that may build before long, when nobody keeps anything any more but
   * all look again as often as runs do.
   */
  private boolean getAll(List<Run> runs) throws IOException {
    for (Run run : runs) {
      if (run.calling) {
        run.file.end(run.holding);
      }
      run.giveBack();
    }
    Set<Run> without = new HashSet<>(runs);
    Duration latest = now.plus(LIMITS.rateWindow().multipliedBy(2));
    while (!without.isEmpty() && now.compareTo(latest) < 0) {
      for (Run run : runs) {
        if (run.file.take(run.holding, true, 2).isEmpty()) {
          run.file.end(run.holding);
          run.giveBack();
          without.remove(run);
        }
      }
      now = now.plus(SharingRuns.LOOK_AGAIN);
    }
    return without.isEmpty();
  }

  private static void assertThatNoWindowHasMore(List<Duration> arrivals) {
    assertThat(arrivals).hasSizeGreaterThan(2 * LIMITS.calls());
    for (int call = LIMITS.calls(); call < arrivals.size(); call++) {
      assertThat(arrivals.get(call).minus(arrivals.get(call - LIMITS.calls())))
          .as("call %s of %s", call, arrivals)
          .isGreaterThanOrEqualTo(LIMITS.rateWindow());
    }
  }
}

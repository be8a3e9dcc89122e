package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.scheduling.ScheduleSimulation.StatusOnly;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schedule against the least time that any could take, and against the limits. */
class CallScheduleTest {
  private static final ServiceLimits LIMITS = ServiceLimits.documented();
  private static final int SLICES = 1_000;
  private static final int SEEDS = 10;

  /** What VidiCenter does: how long it builds, by the logarithm evenly, and how long rows come. */
  private record Regime(double leastBuild, double mostBuild, double mostDownload) {
    List<ScheduledSlice> slices(Random random, int count) {
      return Stream.generate(() -> slice(random)).limit(count).toList();
    }

    private ScheduledSlice slice(Random random) {
      double build = leastBuild * Math.pow(mostBuild / leastBuild, random.nextDouble());
      return new ScheduledSlice(seconds(build), seconds(mostDownload * random.nextDouble()));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /**
   * How much longer it takes than any run must; the seeds of chance are the same in every build.
   */
  private static double ratio(
      Regime regime, double mostLatency, StatusOnly statusOnly, Random random) {
    List<ScheduledSlice> slices = regime.slices(random, SLICES);
    Supplier<Duration> latency = () -> seconds(mostLatency * random.nextDouble());
    Duration time =
        new ScheduleSimulation(LIMITS, slices, latency, statusOnly, ServiceMishaps.none(random))
            .run();
    return (double) time.toNanos() / ScheduleSimulation.lowerBound(LIMITS, slices).toNanos();
  }

  private static void assertRatio(
      Regime regime, double mostLatency, StatusOnly statusOnly, int seeds, double most) {
    Property.holds(
        seeds,
        random -> assertThat(ratio(regime, mostLatency, statusOnly, random)).isBetween(1.0, most));
  }

  @ParameterizedTest
  @CsvSource({"0, 1.05", "1, 1.08"})
  void comesCloseToWhatTheLimitsAllow(double mostLatency, double most) {
    assertRatio(new Regime(1, 600, 30), mostLatency, StatusOnly.HONOURED, SEEDS, most);
  }

  @ParameterizedTest
  @CsvSource({"IGNORED, 1.1", "REFUSED, 1.1"})
  void getsAlongWithoutCallsForTheStateAlone(StatusOnly statusOnly, double most) {
    assertRatio(new Regime(1, 600, 30), 1, statusOnly, 2, most);
  }

  /** Each is short of something else: calls, connections, or knowledge. */
  @ParameterizedTest
  @CsvSource({"0.5, 2, 1, 1.04", "1, 10, 60, 1.07", "60, 60.001, 15, 1.04", "5, 30, 5, 1.27"})
  void comesCloseWhateverIsShort(
      double leastBuild, double mostBuild, double mostDownload, double most) {
    Regime regime = new Regime(leastBuild, mostBuild, mostDownload);

    assertRatio(regime, 1, StatusOnly.HONOURED, 1, most);
  }

  @Test
  void keepsAnyLimitsAndEndsEverySlice() {
    Property.holds(100, random -> keepsLimits(random, ServiceMishaps.none(random)));
  }

  @Test
  void keepsAnyLimitsAndEndsEverySliceWhateverComesInItsWay() {
    Property.holds(300, random -> keepsLimits(random, ServiceMishaps.many(random)));
  }

  private static void keepsLimits(Random random, ServiceMishaps mishaps) {

    ServiceLimits limits =
        new ServiceLimits(
            2 + random.nextInt(60),
            Duration.ofSeconds(10 + random.nextInt(100)),
            1 + random.nextInt(4),
            1 + random.nextInt(5));
    Regime regime = new Regime(0.1, 1 + random.nextInt(300), random.nextInt(40));
    List<ScheduledSlice> slices = regime.slices(random, 1 + random.nextInt(60));
    double mostLatency = random.nextInt(3);
    StatusOnly statusOnly = StatusOnly.values()[random.nextInt(3)];

    // The audit within fails where more reaches the service than it takes.
    Duration time =
        new ScheduleSimulation(
                limits,
                slices,
                () -> seconds(mostLatency * random.nextDouble()),
                statusOnly,
                mishaps)
            .run();

    assertThat(time)
        .isGreaterThanOrEqualTo(
            slices.stream().map(ScheduledSlice::build).max(Duration::compareTo).orElseThrow());
  }
}

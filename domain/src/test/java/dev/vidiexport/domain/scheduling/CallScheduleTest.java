package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.scheduling.ScheduleSimulation.StatusOnly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schedule against the least time that any could take, and what it says next. */
class CallScheduleTest {
  private static final ServiceLimits LIMITS = ServiceLimits.documented();
  private static final int SLICES = 1_000;
  private static final int SEEDS = 10;

  private final CallSchedule<String> schedule =
      new CallSchedule<>(LIMITS, Duration.ofSeconds(1), Duration.ofSeconds(30));

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

  private Turn<String> next(boolean isMore, int seconds) {
    return schedule.next(isMore, Duration.ofSeconds(seconds));
  }

  private void begin(String export, int seconds) {
    schedule.begun(export, Duration.ofSeconds(seconds));
    schedule.building(export, Duration.ofSeconds(seconds));
  }

  @Test
  void beginsAsManyAsVidiCenterBuilds() {
    List<Turn<String>> turns = new ArrayList<>();
    for (String export : List.of("a", "b", "c")) {
      turns.add(next(true, 0));
      begin(export, 0);
    }

    assertThat(turns).containsOnly(new Turn.Begin<>());
    assertThat(next(true, 0)).isInstanceOf(Turn.Wait.class);
  }

  @Test
  void fillsAPlaceAtTheFirstSignThatOneIsFree() {
    List.of("a", "b", "c").forEach(export -> begin(export, 0));
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(5));

    schedule.ready("a", Duration.ofSeconds(6));

    assertThat(next(true, 6)).isEqualTo(new Turn.Begin<>());
    assertThat(schedule.fetching()).isEqualTo(1);
  }

  @Test
  void asksForTheStateAloneWhileRowsCome() {
    List.of("a", "b").forEach(export -> begin(export, 0));
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(5));
    schedule.ready("a", Duration.ofSeconds(5));

    assertThat(next(false, 10)).isEqualTo(new Turn.Call<>("b", CallKind.STATUS, 1));
    schedule.statusRefused();
    assertThat(next(false, 10)).isEqualTo(new Turn.Call<>("b", CallKind.POLL, 0));
  }

  @Test
  void leavesRoomForTheNextBeginAndTheNextFetch() {
    List.of("a", "b", "c").forEach(export -> begin(export, 0));

    assertThat(next(true, 10))
        .isInstanceOfSatisfying(
            Turn.Call.class,
            call -> {
              assertThat(call.kind()).isEqualTo(CallKind.POLL);
              assertThat(call.spareCalls()).isEqualTo(1);
            });
  }

  @Test
  void fetchesInTurnAndLeavesAConnectionFree() {
    List.of("a", "b").forEach(export -> begin(export, 0));
    for (String export : List.of("b", "a")) {
      schedule.called(export, CallKind.STATUS, Duration.ofSeconds(5));
      schedule.built(export, Duration.ofSeconds(5));
    }

    assertThat(next(false, 5)).isEqualTo(new Turn.Call<>("a", CallKind.FETCH, 0));
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    assertThat(next(false, 5)).isEqualTo(new Turn.Wait<>(Optional.empty()));
  }

  @Test
  void makesNoMoreCallsThanThereAreConnections() {
    begin("a", 0);
    schedule.begun("b", Duration.ofSeconds(5));
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(5));

    assertThat(next(true, 10)).isEqualTo(new Turn.Wait<>(Optional.empty()));
  }

  @Test
  void fetchesOverAllConnectionsWhenMuchIsWaiting() {
    for (String export : List.of("a", "b", "c")) {
      begin(export, 0);
      schedule.called(export, CallKind.STATUS, Duration.ofSeconds(5));
      schedule.built(export, Duration.ofSeconds(5));
    }
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    assertThat(next(false, 5)).isEqualTo(new Turn.Wait<>(Optional.empty()));

    begin("d", 5);
    schedule.called("d", CallKind.STATUS, Duration.ofSeconds(6));
    schedule.built("d", Duration.ofSeconds(6));

    assertThat(next(false, 6)).isEqualTo(new Turn.Call<>("b", CallKind.FETCH, 0));
  }

  @Test
  void waitsForRowsThatComeQuicklyBeforeItAsksForOthers() {
    for (int number = 0; number < 10; number++) {
      String quick = "quick " + number;
      begin(quick, 0);
      schedule.built(quick, Duration.ZERO);
      schedule.ended(quick, Duration.ZERO);
    }
    List.of("a", "b").forEach(export -> begin(export, 0));
    schedule.called("a", CallKind.STATUS, Duration.ofSeconds(10));
    schedule.built("a", Duration.ofSeconds(10));
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(10));
    Duration overdue = Duration.ofMillis(11_200);

    assertThat(next(false, 10)).isEqualTo(new Turn.Wait<>(Optional.of(overdue)));
    assertThat(schedule.next(false, overdue)).isEqualTo(new Turn.Call<>("b", CallKind.STATUS, 1));
  }

  @Test
  void waitsForRoomAsLongAsItIsToldTo() {
    LimitReached calls = LimitReached.lasting(Limit.CALLS, false, Duration.ofSeconds(7));

    schedule.lacksRoom(next(true, 0), calls, Duration.ZERO);

    assertThat(next(true, 0)).isEqualTo(new Turn.Wait<>(Optional.of(Duration.ofSeconds(7))));
    assertThat(next(true, 7)).isEqualTo(new Turn.Begin<>());
  }

  @Test
  void asksForOthersWhileNoPlaceIsToBeHad() {
    begin("a", 0);
    LimitReached exports = LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true);

    schedule.lacksRoom(next(true, 10), exports, Duration.ofSeconds(10));

    assertThat(next(true, 10)).isEqualTo(new Turn.Call<>("a", CallKind.POLL, 1));
  }

  @Test
  void asksAnExportInTroubleWhenItsPauseIsOver() {
    begin("a", 0);
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(5));
    schedule.troubled("a", Duration.ofSeconds(60), Duration.ofSeconds(5));

    assertThat(next(false, 64)).isEqualTo(new Turn.Wait<>(Optional.of(Duration.ofSeconds(65))));
    assertThat(next(false, 65)).isEqualTo(new Turn.Call<>("a", CallKind.POLL, 0));
  }

  @Test
  void waitsForAPlaceForWhatIsBuiltAnew() {
    List.of("a", "b", "c").forEach(export -> begin(export, 0));
    schedule.called("a", CallKind.STATUS, Duration.ofSeconds(5));
    schedule.built("a", Duration.ofSeconds(5));
    begin("d", 5);
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    schedule.building("a", Duration.ofSeconds(6));

    assertThat(next(false, 100))
        .isInstanceOfSatisfying(
            Turn.Call.class, call -> assertThat(call.export()).isNotEqualTo("a"));
    List.of("b", "c").forEach(export -> schedule.ended(export, Duration.ofSeconds(100)));
    schedule.ended("d", Duration.ofSeconds(100));
    assertThat(next(false, 100)).isEqualTo(new Turn.Call<>("a", CallKind.POLL, 0));
  }

  @Test
  void asksForWhatIsBuiltAnewBeforeOthersAreBegunOnceItIsTime() {
    begin("a", 0);
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    schedule.built("a", Duration.ofSeconds(5));
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    schedule.building("a", Duration.ofSeconds(5));

    assertThat(next(true, 5)).isEqualTo(new Turn.Begin<>());
    assertThat(next(true, 6)).isEqualTo(new Turn.Call<>("a", CallKind.POLL, 1));
  }

  @Test
  void knowsWhatHasBegunAndNotEnded() {
    begin("a", 0);
    assertThat(schedule.size()).isEqualTo(1);
    assertThat(schedule.isCalling("a")).isFalse();
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(1));
    assertThat(schedule.isCalling("a")).isTrue();

    assertThatThrownBy(() -> schedule.begun("a", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    schedule.ended("a", Duration.ofSeconds(1));
    assertThat(schedule.size()).isZero();
    assertThatThrownBy(() -> schedule.ready("a", Duration.ofSeconds(1)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("a must have been begun");
  }
}

package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a schedule says next. */
class NextTurnTest {
  private final CallSchedule<String> schedule =
      new CallSchedule<>(ServiceLimits.documented(), Duration.ofSeconds(1), Duration.ofSeconds(30));

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
    schedule.called("a", CallKind.STATUS, Duration.ofSeconds(8));
    schedule.built("a", Duration.ofSeconds(10));
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(10));
    Duration overdue = Duration.ofMillis(11_200);

    assertThat(next(false, 10)).isEqualTo(new Turn.Wait<>(Optional.of(overdue)));
    assertThat(schedule.next(false, overdue)).isEqualTo(new Turn.Call<>("b", CallKind.STATUS, 1));
  }

  @Test
  void fetchesWhereRowsMayComeAlreadyOnlyOverAConnectionMore() {
    List.of("a", "b").forEach(export -> begin(export, 0));
    schedule.called("b", CallKind.STATUS, Duration.ofSeconds(5));
    schedule.built("b", Duration.ofSeconds(5));

    schedule.called("a", CallKind.POLL, Duration.ofSeconds(6));
    assertThat(next(false, 6)).isEqualTo(new Turn.Wait<>(Optional.empty()));
    schedule.building("a", Duration.ofSeconds(7));
    schedule.called("a", CallKind.STATUS, Duration.ofSeconds(8));
    assertThat(next(false, 8)).isEqualTo(new Turn.Call<>("b", CallKind.FETCH, 0));
  }

  @Test
  void fetchesAgainWhenThePauseIsOver() {
    begin("a", 0);
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(5));
    schedule.built("a", Duration.ofSeconds(5));
    schedule.called("a", CallKind.FETCH, Duration.ofSeconds(5));
    schedule.troubled("a", Duration.ofSeconds(60), Duration.ofSeconds(5));

    assertThat(next(false, 64)).isEqualTo(new Turn.Wait<>(Optional.of(Duration.ofSeconds(65))));
    assertThat(next(false, 65)).isEqualTo(new Turn.Call<>("a", CallKind.FETCH, 0));
  }

  @Test
  void asksWhatNobodyHasAskedForLongest() {
    List.of("a", "b").forEach(export -> begin(export, 0));
    schedule.called("a", CallKind.POLL, Duration.ofSeconds(50));
    schedule.building("a", Duration.ofSeconds(50));

    assertThat(next(false, 50)).isEqualTo(new Turn.Wait<>(Optional.of(Duration.ofMillis(51_200))));
    assertThat(next(false, 60)).isEqualTo(new Turn.Call<>("b", CallKind.POLL, 0));
  }

  @Test
  void asksWhatIsLikelyToBeBuiltAsFarAsItHasSeen() {
    for (int number = 0; number < 60; number++) {
      String earlier = "earlier " + number;
      begin(earlier, 0);
      schedule.called(earlier, CallKind.POLL, Duration.ofSeconds(96));
      schedule.building(earlier, Duration.ofSeconds(96));
      schedule.called(earlier, CallKind.POLL, Duration.ofSeconds(100));
      schedule.built(earlier, Duration.ofSeconds(100));
      schedule.ended(earlier, Duration.ofSeconds(110));
    }
    begin("young", 1_070);
    begin("of their age", 1_000);
    for (String export : List.of("young", "of their age")) {
      int asked = export.equals("young") ? 1_090 : 1_095;
      schedule.called(export, CallKind.POLL, Duration.ofSeconds(asked));
      schedule.building(export, Duration.ofSeconds(asked));
    }

    assertThat(next(false, 1_100)).isEqualTo(new Turn.Call<>("of their age", CallKind.POLL, 0));
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

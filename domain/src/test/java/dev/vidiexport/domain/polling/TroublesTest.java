package dev.vidiexport.domain.polling;

import static dev.vidiexport.domain.polling.Trouble.Kind.CUT;
import static dev.vidiexport.domain.polling.Trouble.Kind.NOT_DELIVERED;
import static dev.vidiexport.domain.polling.Trouble.Kind.RATE_LIMITED;
import static dev.vidiexport.domain.polling.Trouble.Kind.STILL_COMING;
import static dev.vidiexport.domain.polling.Trouble.Kind.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Building;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Replaying;
import dev.vidiexport.domain.polling.PollState.Stopped;
import dev.vidiexport.domain.polling.PollState.Troubled;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TroublesTest {
  private static final Duration NEAR_THE_END = Duration.ofMinutes(59).plusSeconds(59);

  @Test
  void waitsLongerAfterEachTrouble() {
    assertThat(
            PollFixtures.pauses(PollFixtures.begin(), UNANSWERED, NOT_DELIVERED, CUT, UNANSWERED))
        .map(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void waitsLongerAfterEachCallThatWasOneTooMany() {
    assertThat(
            PollFixtures.pauses(
                PollFixtures.begin(), RATE_LIMITED, RATE_LIMITED, RATE_LIMITED, UNANSWERED))
        .map(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void startsAgainWithTheShortestWaitAfterAnAnswer() {
    PollState state = PollFixtures.begin();
    for (int trouble = 0; trouble < 5; trouble++) {
      state = state.onTrouble(PollFixtures.trouble(UNANSWERED), PollFixtures.EARLY);
    }

    PollState answered = state.onAnswer(PollFixtures.STARTED, PollFixtures.EARLY);

    assertThat(PollFixtures.pauses(answered, UNANSWERED)).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void goesOnWithLongerPollsAfterTrouble() {
    PollState state = PollFixtures.begin();
    for (int poll = 0; poll < 3; poll++) {
      state = state.onAnswer(PollFixtures.STARTED, PollFixtures.EARLY);
    }

    PollState polling =
        state
            .onTrouble(PollFixtures.trouble(CUT), PollFixtures.EARLY)
            .onAnswer(PollFixtures.IN_PROGRESS, PollFixtures.EARLY);

    assertThat(((Building) polling).pause()).isEqualTo(Duration.ofMillis(3375));
  }

  @Test
  void waitsAsLongAsAskedWhenThatIsLonger() {
    Troubled state =
        (Troubled)
            PollFixtures.begin()
                .onTrouble(
                    PollFixtures.trouble(RATE_LIMITED, Duration.ofMinutes(10)), PollFixtures.EARLY);

    assertThat(state.pause()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void waitsLongerThanAskedWhenItsOwnWaitIsLonger() {
    Troubled state =
        (Troubled)
            PollFixtures.begin()
                .onTrouble(PollFixtures.trouble(RATE_LIMITED, Duration.ZERO), PollFixtures.EARLY);

    assertThat(state.pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitsUntilJustBeforeTheDeadlineWhenAsked() {
    Duration asked = PollFixtures.DEADLINE.minus(PollFixtures.EARLY).minusNanos(1);

    PollState state =
        PollFixtures.begin().onTrouble(PollFixtures.trouble(UNANSWERED, asked), PollFixtures.EARLY);

    assertThat(((Going) state).pause()).isEqualTo(asked);
  }

  @Test
  void endsAtOnceWhenAskedToComeBackAtTheDeadline() {
    Duration asked = PollFixtures.DEADLINE.minus(PollFixtures.EARLY);

    PollState state =
        PollFixtures.begin().onTrouble(PollFixtures.trouble(UNANSWERED, asked), PollFixtures.EARLY);

    assertThat(state)
        .isEqualTo(
            new Stopped(
                new Failure(
                    FailureReason.COME_BACK_LATER,
                    "VidiCenter asks to come back in 59m 50s, which is after the end of this run:"
                        + " too many calls.",
                    Optional.of(asked))));
  }

  @Test
  void namesNoTimeToComeBackThatIsTooEarly() {
    Duration asked = Duration.ofHours(2).plusSeconds(30);

    PollState state =
        PollFixtures.begin()
            .onTrouble(PollFixtures.trouble(RATE_LIMITED, asked), PollFixtures.EARLY);

    assertThat(((Stopped) state).failure().message()).contains("to come back in 2h 1m,");
  }

  @Test
  void endsAtOnceHoweverLateItIsAskedToComeBack() {
    Duration asked = Duration.ofSeconds(Long.MAX_VALUE);

    PollState state =
        PollFixtures.begin()
            .onTrouble(PollFixtures.trouble(RATE_LIMITED, asked), PollFixtures.EARLY);

    assertThat(PollFixtures.reason(state)).isEqualTo(FailureReason.COME_BACK_LATER);
  }

  @Test
  void endsOnTheTenthTroubleInARow() {
    PollState state = PollFixtures.begin();
    for (int trouble = 1; trouble <= 9; trouble++) {
      state = state.onTrouble(PollFixtures.trouble(UNANSWERED), PollFixtures.EARLY);
      assertThat(state).isInstanceOf(Troubled.class);
    }

    state = state.onTrouble(PollFixtures.trouble(CUT), Duration.ofMinutes(2).plusSeconds(5));

    assertThat(state)
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.ANSWERS_CUT,
                "Gave up after 2m 5s and 10 failed calls in a row; the last one: the connection was"
                    + " reset."));
  }

  @Test
  void countsTroublesFromTheLastAnswer() {
    PollState state = PollFixtures.begin();
    for (int trouble = 1; trouble <= 27; trouble++) {
      state = state.onTrouble(PollFixtures.trouble(UNANSWERED), PollFixtures.EARLY);
      if (trouble % 9 == 0) {
        state = state.onAnswer(PollFixtures.IN_PROGRESS, PollFixtures.EARLY);
      }
    }

    assertThat(state).isInstanceOf(Building.class);
  }

  @Test
  void doesNotCountCallsThatWereTooMany() {
    PollState state = PollFixtures.begin();
    for (int trouble = 1; trouble <= 9; trouble++) {
      state = state.onTrouble(PollFixtures.trouble(UNANSWERED), PollFixtures.EARLY);
    }
    for (int limited = 1; limited <= 100; limited++) {
      state = state.onTrouble(PollFixtures.trouble(RATE_LIMITED), PollFixtures.EARLY);
      assertThat(state).isInstanceOf(Troubled.class);
    }

    state = state.onTrouble(PollFixtures.trouble(NOT_DELIVERED), PollFixtures.EARLY);

    assertThat(((Stopped) state).failure().message()).contains("10 failed calls in a row");
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(NOT_DELIVERED, FailureReason.SERVICE_NOT_REACHED),
        Arguments.of(RATE_LIMITED, FailureReason.TOO_MANY_CALLS),
        Arguments.of(UNANSWERED, FailureReason.SERVICE_NOT_ANSWERING),
        Arguments.of(CUT, FailureReason.ANSWERS_CUT));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isUnreachableWhenTroubleLeavesNoRoomForACall(Trouble.Kind kind, FailureReason reason) {
    PollState state = PollFixtures.begin().onTrouble(PollFixtures.trouble(kind), NEAR_THE_END);

    assertThat(state)
        .isEqualTo(
            PollFixtures.stopped(reason, "Gave up after 59m 59s: the connection was reset."));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isUnreachableWhenTroubleMeetsTheDeadline(Trouble.Kind kind, FailureReason reason) {
    PollState state =
        PollFixtures.begin().onTrouble(PollFixtures.trouble(kind), PollFixtures.DEADLINE);

    assertThat(state)
        .isEqualTo(PollFixtures.stopped(reason, "Gave up after 1h: the connection was reset."));
  }

  @Test
  void takesABodyThatWasStillComingForTimeOverThoughTheClockIsAMomentShort() {
    Duration justBefore = PollFixtures.DEADLINE.minusMillis(3);

    PollState state =
        PollFixtures.begin().onTrouble(PollFixtures.trouble(STILL_COMING), justBefore);

    assertThat(PollFixtures.reason(state)).isEqualTo(FailureReason.ROWS_STILL_COMING);
  }

  @Test
  void replaysThreeTimesAndNoMore() {
    PollState state = PollFixtures.begin();
    for (int replay = 1; replay <= 3; replay++) {
      state = state.onDrift(PollFixtures.EARLY);
      assertThat(((Replaying) state).replay()).isEqualTo(replay);
      assertThat(((Replaying) state).pause()).isZero();
      assertThat(((Replaying) state).rebuild()).isFalse();
      state = state.onAnswer(PollFixtures.STARTED, PollFixtures.EARLY);
    }

    state = state.onDrift(PollFixtures.EARLY);

    assertThat(state)
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.COLUMNS_KEEP_CHANGING,
                "The columns of the rows changed in each of 4 answers, so they cannot be"
                    + " determined."));
  }

  @Test
  void doesNotReplayAtTheDeadline() {
    assertThat(PollFixtures.reason(PollFixtures.begin().onDrift(PollFixtures.DEADLINE)))
        .isEqualTo(FailureReason.ROWS_STILL_COMING);
  }

  @Test
  void takesTheRowsThatCameAfterTheDeadline() {
    assertThat(
            PollFixtures.begin()
                .onAnswer(PollFixtures.FINISHED, PollFixtures.DEADLINE.plusSeconds(9)))
        .isEqualTo(new PollState.Complete(PollFixtures.FINISHED));
  }

  @Test
  void refusesANegativeRetryAfter() {
    assertThatThrownBy(() -> PollFixtures.trouble(CUT, Duration.ofSeconds(-1)))
        .hasMessage("retryAfter must not be negative, but was PT-1S");
  }
}

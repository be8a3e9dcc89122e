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
    assertThat(Polls.pauses(Polls.begin(), UNANSWERED, NOT_DELIVERED, CUT, UNANSWERED))
        .map(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void waitsLongerAfterEachCallThatWasOneTooMany() {
    assertThat(Polls.pauses(Polls.begin(), RATE_LIMITED, RATE_LIMITED, RATE_LIMITED, UNANSWERED))
        .map(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void startsAgainWithTheShortestWaitAfterAnAnswer() {
    PollState state = Polls.begin();
    for (int trouble = 0; trouble < 5; trouble++) {
      state = state.onTrouble(Polls.trouble(UNANSWERED), Polls.EARLY);
    }

    PollState answered = state.onAnswer(Polls.STARTED, Polls.EARLY);

    assertThat(Polls.pauses(answered, UNANSWERED)).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void goesOnWithLongerPollsAfterTrouble() {
    PollState state = Polls.begin();
    for (int poll = 0; poll < 3; poll++) {
      state = state.onAnswer(Polls.STARTED, Polls.EARLY);
    }

    PollState polling =
        state.onTrouble(Polls.trouble(CUT), Polls.EARLY).onAnswer(Polls.IN_PROGRESS, Polls.EARLY);

    assertThat(((Building) polling).pause()).isEqualTo(Duration.ofMillis(3375));
  }

  @Test
  void waitsAsLongAsAskedWhenThatIsLonger() {
    Troubled state =
        (Troubled)
            Polls.begin()
                .onTrouble(Polls.trouble(RATE_LIMITED, Duration.ofMinutes(10)), Polls.EARLY);

    assertThat(state.pause()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void waitsLongerThanAskedWhenItsOwnWaitIsLonger() {
    Troubled state =
        (Troubled) Polls.begin().onTrouble(Polls.trouble(RATE_LIMITED, Duration.ZERO), Polls.EARLY);

    assertThat(state.pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitsUntilJustBeforeTheDeadlineWhenAsked() {
    Duration asked = Polls.DEADLINE.minus(Polls.EARLY).minusNanos(1);

    PollState state = Polls.begin().onTrouble(Polls.trouble(UNANSWERED, asked), Polls.EARLY);

    assertThat(((Going) state).pause()).isEqualTo(asked);
  }

  @Test
  void endsAtOnceWhenAskedToComeBackAtTheDeadline() {
    Duration asked = Polls.DEADLINE.minus(Polls.EARLY);

    PollState state = Polls.begin().onTrouble(Polls.trouble(UNANSWERED, asked), Polls.EARLY);

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
  void endsAtOnceHoweverLateItIsAskedToComeBack() {
    Duration asked = Duration.ofSeconds(Long.MAX_VALUE);

    PollState state = Polls.begin().onTrouble(Polls.trouble(RATE_LIMITED, asked), Polls.EARLY);

    assertThat(Polls.reason(state)).isEqualTo(FailureReason.COME_BACK_LATER);
  }

  @Test
  void endsOnTheTenthTroubleInARow() {
    PollState state = Polls.begin();
    for (int trouble = 1; trouble <= 9; trouble++) {
      state = state.onTrouble(Polls.trouble(UNANSWERED), Polls.EARLY);
      assertThat(state).isInstanceOf(Troubled.class);
    }

    state = state.onTrouble(Polls.trouble(CUT), Duration.ofMinutes(2).plusSeconds(5));

    assertThat(state)
        .isEqualTo(
            Polls.stopped(
                FailureReason.ANSWERS_CUT,
                "Gave up after 2m 5s and 10 troubles in a row; the last one: the connection was"
                    + " reset."));
  }

  @Test
  void countsTroublesFromTheLastAnswer() {
    PollState state = Polls.begin();
    for (int trouble = 1; trouble <= 27; trouble++) {
      state = state.onTrouble(Polls.trouble(UNANSWERED), Polls.EARLY);
      if (trouble % 9 == 0) {
        state = state.onAnswer(Polls.IN_PROGRESS, Polls.EARLY);
      }
    }

    assertThat(state).isInstanceOf(Building.class);
  }

  @Test
  void doesNotCountCallsThatWereTooMany() {
    PollState state = Polls.begin();
    for (int trouble = 1; trouble <= 9; trouble++) {
      state = state.onTrouble(Polls.trouble(UNANSWERED), Polls.EARLY);
    }
    for (int limited = 1; limited <= 100; limited++) {
      state = state.onTrouble(Polls.trouble(RATE_LIMITED), Polls.EARLY);
      assertThat(state).isInstanceOf(Troubled.class);
    }

    state = state.onTrouble(Polls.trouble(NOT_DELIVERED), Polls.EARLY);

    assertThat(((Stopped) state).failure().message()).contains("10 troubles in a row");
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
    PollState state = Polls.begin().onTrouble(Polls.trouble(kind), NEAR_THE_END);

    assertThat(state)
        .isEqualTo(Polls.stopped(reason, "Gave up after 59m 59s: the connection was reset."));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isUnreachableWhenTroubleMeetsTheDeadline(Trouble.Kind kind, FailureReason reason) {
    PollState state = Polls.begin().onTrouble(Polls.trouble(kind), Polls.DEADLINE);

    assertThat(state)
        .isEqualTo(Polls.stopped(reason, "Gave up after 1h: the connection was reset."));
  }

  @Test
  void takesABodyThatWasStillComingForTimeOverThoughTheClockIsAMomentShort() {
    Duration justBefore = Polls.DEADLINE.minusMillis(3);

    PollState state = Polls.begin().onTrouble(Polls.trouble(STILL_COMING), justBefore);

    assertThat(Polls.reason(state)).isEqualTo(FailureReason.ROWS_STILL_COMING);
  }

  @Test
  void replaysThreeTimesAndNoMore() {
    PollState state = Polls.begin();
    for (int replay = 1; replay <= 3; replay++) {
      state = state.onDrift(Polls.EARLY);
      assertThat(((Replaying) state).replay()).isEqualTo(replay);
      assertThat(((Replaying) state).pause()).isZero();
      assertThat(((Replaying) state).rebuild()).isFalse();
      state = state.onAnswer(Polls.STARTED, Polls.EARLY);
    }

    state = state.onDrift(Polls.EARLY);

    assertThat(state)
        .isEqualTo(
            Polls.stopped(
                FailureReason.COLUMNS_KEEP_CHANGING,
                "The columns of the rows changed in each of 4 answers, so they cannot be told."));
  }

  @Test
  void doesNotReplayAtTheDeadline() {
    assertThat(Polls.reason(Polls.begin().onDrift(Polls.DEADLINE)))
        .isEqualTo(FailureReason.ROWS_STILL_COMING);
  }

  @Test
  void takesTheRowsThatCameAfterTheDeadline() {
    assertThat(Polls.begin().onAnswer(Polls.FINISHED, Polls.DEADLINE.plusSeconds(9)))
        .isEqualTo(new PollState.Complete(Polls.FINISHED));
  }

  @Test
  void refusesANegativeRetryAfter() {
    assertThatThrownBy(() -> Polls.trouble(CUT, Duration.ofSeconds(-1)))
        .hasMessage("retryAfter must not be negative, but was PT-1S");
  }
}

package dev.vidiexport.domain.polling;

import static dev.vidiexport.domain.polling.Trouble.Kind.CUT;
import static dev.vidiexport.domain.polling.Trouble.Kind.NOT_DELIVERED;
import static dev.vidiexport.domain.polling.Trouble.Kind.RATE_LIMITED;
import static dev.vidiexport.domain.polling.Trouble.Kind.STILL_COMING;
import static dev.vidiexport.domain.polling.Trouble.Kind.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.PollState.Building;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Replaying;
import dev.vidiexport.domain.polling.PollState.Stopped;
import dev.vidiexport.domain.polling.PollState.Troubled;
import java.time.Duration;
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
                FailureKind.UNREACHABLE,
                "VidiCenter asks to come back in 59m 50s, which is after the end of this run: too"
                    + " many calls. Run it again then, or raise --timeout."));
  }

  @Test
  void endsAtOnceHoweverLateItIsAskedToComeBack() {
    Duration asked = Duration.ofSeconds(Long.MAX_VALUE);

    PollState state = Polls.begin().onTrouble(Polls.trouble(RATE_LIMITED, asked), Polls.EARLY);

    assertThat(((Stopped) state).kind()).isEqualTo(FailureKind.UNREACHABLE);
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
            new Stopped(
                FailureKind.UNREACHABLE,
                "Gave up after 2m 5s and 10 troubles in a row; the last one: the connection was"
                    + " reset. Run it again later; --verbose shows what each call met."));
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

    assertThat(((Stopped) state).reason()).contains("10 troubles in a row");
  }

  static Stream<Arguments> nextSteps() {
    String later = "Run it again later; --verbose shows what each call met.";
    return Stream.of(
        Arguments.of(NOT_DELIVERED, "Check --base-url, the network and the proxy."),
        Arguments.of(RATE_LIMITED, "Run it again when other runs of this user make fewer calls."),
        Arguments.of(UNANSWERED, later),
        Arguments.of(CUT, later));
  }

  @ParameterizedTest
  @MethodSource("nextSteps")
  void isUnreachableWhenTroubleLeavesNoRoomForACall(Trouble.Kind kind, String nextStep) {
    PollState state = Polls.begin().onTrouble(Polls.trouble(kind), NEAR_THE_END);

    assertThat(state)
        .isEqualTo(
            new Stopped(
                FailureKind.UNREACHABLE,
                "Gave up after 59m 59s: the connection was reset. " + nextStep));
  }

  @ParameterizedTest
  @MethodSource("nextSteps")
  void isUnreachableWhenTroubleMeetsTheDeadline(Trouble.Kind kind, String nextStep) {
    PollState state = Polls.begin().onTrouble(Polls.trouble(kind), Polls.DEADLINE);

    assertThat(state)
        .isEqualTo(
            new Stopped(
                FailureKind.UNREACHABLE,
                "Gave up after 1h: the connection was reset. " + nextStep));
  }

  @Test
  void takesABodyThatWasStillComingForTimeOverThoughTheClockIsAMomentShort() {
    Duration justBefore = Polls.DEADLINE.minusMillis(3);

    PollState state = Polls.begin().onTrouble(Polls.trouble(STILL_COMING), justBefore);

    assertThat(((Stopped) state).kind()).isEqualTo(FailureKind.TIME_OVER);
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
            new Stopped(
                FailureKind.PROTOCOL_BROKEN,
                "The columns of the rows changed in each of 4 answers, so they cannot be told."
                    + " Report it to Quividi's support, with what --verbose says."));
  }

  @Test
  void doesNotReplayAtTheDeadline() {
    assertThat(((Stopped) Polls.begin().onDrift(Polls.DEADLINE)).kind())
        .isEqualTo(FailureKind.TIME_OVER);
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

package dev.vidiexport.domain.polling;

import static dev.vidiexport.domain.polling.Trouble.Kind.CUT;
import static dev.vidiexport.domain.polling.Trouble.Kind.NOT_DELIVERED;
import static dev.vidiexport.domain.polling.Trouble.Kind.RATE_LIMITED;
import static dev.vidiexport.domain.polling.Trouble.Kind.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RebuildTest {
  private static final Stopped UNCERTAIN =
      Polls.stopped(
          FailureReason.REBUILD_UNCERTAIN,
          "The call that asked VidiCenter to build the export anew may have been lost, and the"
              + " export was ready at the next call: it may be the old one.");

  private static PollState after(Trouble.Kind... kinds) {
    PollState state = Polls.beginWithRebuild();
    for (Trouble.Kind kind : kinds) {
      state = state.onTrouble(Polls.trouble(kind), Polls.EARLY);
    }
    return state;
  }

  private static boolean asksForRebuild(PollState state) {
    return ((Going) state).rebuild();
  }

  @Test
  void asksOnTheFirstCallWhenWanted() {
    assertThat(asksForRebuild(Polls.beginWithRebuild())).isTrue();
    assertThat(asksForRebuild(Polls.begin())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_DELIVERED", "RATE_LIMITED"})
  void survivesACallThatSurelyDidNotArrive(Trouble.Kind kind) {
    assertThat(asksForRebuild(after(kind))).isTrue();
    assertThat(asksForRebuild(after(kind, NOT_DELIVERED, RATE_LIMITED, kind))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNANSWERED", "CUT"})
  void neverSurvivesACallThatMayHaveArrived(Trouble.Kind kind) {
    assertThat(asksForRebuild(after(kind))).isFalse();
    assertThat(asksForRebuild(after(kind, NOT_DELIVERED))).isFalse();
    assertThat(asksForRebuild(after(RATE_LIMITED, kind, RATE_LIMITED))).isFalse();
  }

  @Test
  void isNeverAskedForWhereNobodyWantsIt() {
    PollState state = Polls.begin().onTrouble(Polls.trouble(NOT_DELIVERED), Polls.EARLY);

    assertThat(asksForRebuild(state)).isFalse();
  }

  @Test
  void distrustsRowsThatAreReadyRightAfterALostCall() {
    assertThat(after(UNANSWERED).onAnswer(Polls.FINISHED, Polls.EARLY)).isEqualTo(UNCERTAIN);
  }

  @Test
  void distrustsRowsThatDriftRightAfterALostCall() {
    assertThat(after(UNANSWERED).onDrift(Polls.EARLY)).isEqualTo(UNCERTAIN);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_DELIVERED", "RATE_LIMITED", "UNANSWERED", "CUT"})
  void keepsDistrustingThemAfterMoreTrouble(Trouble.Kind kind) {
    assertThat(after(UNANSWERED, kind).onAnswer(Polls.FINISHED, Polls.EARLY)).isEqualTo(UNCERTAIN);
  }

  @Test
  void trustsRowsOnceABuildWasSeen() {
    PollState state =
        after(UNANSWERED)
            .onAnswer(Polls.IN_PROGRESS, Polls.EARLY)
            .onAnswer(Polls.FINISHED, Polls.EARLY);

    assertThat(state).isEqualTo(new PollState.Complete(Polls.FINISHED));
  }

  @Test
  void trustsTheAnswerToTheCallThatAskedForTheRebuild() {
    PollState complete = new PollState.Complete(Polls.FINISHED);

    assertThat(Polls.beginWithRebuild().onAnswer(Polls.FINISHED, Polls.EARLY)).isEqualTo(complete);
    assertThat(after(RATE_LIMITED).onAnswer(Polls.FINISHED, Polls.EARLY)).isEqualTo(complete);
  }

  @Test
  void trustsRowsAfterAnAnswerThatBeganAndWasCut() {
    assertThat(after(CUT).onAnswer(Polls.FINISHED, Polls.EARLY))
        .isEqualTo(new PollState.Complete(Polls.FINISHED));
  }

  @Test
  void trustsRowsAfterALostCallThatAskedForNothing() {
    PollState state =
        Polls.begin()
            .onTrouble(Polls.trouble(UNANSWERED), Polls.EARLY)
            .onAnswer(Polls.FINISHED, Polls.EARLY);

    assertThat(state).isEqualTo(new PollState.Complete(Polls.FINISHED));
  }

  @Test
  void neverSurvivesADrift() {
    assertThat(asksForRebuild(Polls.beginWithRebuild().onDrift(Polls.EARLY))).isFalse();
  }

  @Test
  void showsTheFailureOfABuildAfterALostCall() {
    assertThat(Polls.reason(after(UNANSWERED).onAnswer(Polls.FAILED, Polls.EARLY)))
        .isEqualTo(FailureReason.BUILD_FAILED);
  }
}

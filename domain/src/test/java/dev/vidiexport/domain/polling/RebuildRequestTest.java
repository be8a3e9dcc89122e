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

class RebuildRequestTest {
  private static final Stopped UNCERTAIN =
      PollFixtures.stopped(
          FailureReason.REBUILD_UNCERTAIN,
          "The call that asked VidiCenter to rebuild the export may have been lost, and the"
              + " export was ready at the next call: it may be the old one.");

  private static PollState after(Trouble.Kind... kinds) {
    PollState state = PollFixtures.beginWithRebuild();
    for (Trouble.Kind kind : kinds) {
      state = state.onTrouble(PollFixtures.trouble(kind), PollFixtures.EARLY);
    }
    return state;
  }

  private static boolean asksForRebuild(PollState state) {
    return ((Going) state).rebuild();
  }

  @Test
  void asksOnTheFirstCallWhenWanted() {
    assertThat(asksForRebuild(PollFixtures.beginWithRebuild())).isTrue();
    assertThat(asksForRebuild(PollFixtures.begin())).isFalse();
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
    PollState state =
        PollFixtures.begin().onTrouble(PollFixtures.trouble(NOT_DELIVERED), PollFixtures.EARLY);

    assertThat(asksForRebuild(state)).isFalse();
  }

  @Test
  void distrustsRowsThatAreReadyRightAfterALostCall() {
    assertThat(after(UNANSWERED).onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY))
        .isEqualTo(UNCERTAIN);
  }

  @Test
  void distrustsRowsThatDriftRightAfterALostCall() {
    assertThat(after(UNANSWERED).onDrift(PollFixtures.EARLY)).isEqualTo(UNCERTAIN);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_DELIVERED", "RATE_LIMITED", "UNANSWERED", "CUT"})
  void keepsDistrustingThemAfterMoreTrouble(Trouble.Kind kind) {
    assertThat(after(UNANSWERED, kind).onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY))
        .isEqualTo(UNCERTAIN);
  }

  @Test
  void trustsRowsOnceABuildWasSeen() {
    PollState state =
        after(UNANSWERED)
            .onAnswer(PollFixtures.IN_PROGRESS, PollFixtures.EARLY)
            .onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY);

    assertThat(state).isEqualTo(new PollState.Complete(PollFixtures.FINISHED));
  }

  @Test
  void trustsTheAnswerToTheCallThatAskedForTheRebuild() {
    PollState complete = new PollState.Complete(PollFixtures.FINISHED);

    assertThat(PollFixtures.beginWithRebuild().onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY))
        .isEqualTo(complete);
    assertThat(after(RATE_LIMITED).onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY))
        .isEqualTo(complete);
  }

  @Test
  void trustsRowsAfterAnAnswerThatBeganAndWasCut() {
    assertThat(after(CUT).onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY))
        .isEqualTo(new PollState.Complete(PollFixtures.FINISHED));
  }

  @Test
  void trustsRowsAfterALostCallThatAskedForNothing() {
    PollState state =
        PollFixtures.begin()
            .onTrouble(PollFixtures.trouble(UNANSWERED), PollFixtures.EARLY)
            .onAnswer(PollFixtures.FINISHED, PollFixtures.EARLY);

    assertThat(state).isEqualTo(new PollState.Complete(PollFixtures.FINISHED));
  }

  @Test
  void neverSurvivesADrift() {
    assertThat(asksForRebuild(PollFixtures.beginWithRebuild().onDrift(PollFixtures.EARLY)))
        .isFalse();
  }

  @Test
  void showsTheFailureOfABuildAfterALostCall() {
    assertThat(
            PollFixtures.reason(
                after(UNANSWERED).onAnswer(PollFixtures.FAILED, PollFixtures.EARLY)))
        .isEqualTo(FailureReason.BUILD_FAILED);
  }
}

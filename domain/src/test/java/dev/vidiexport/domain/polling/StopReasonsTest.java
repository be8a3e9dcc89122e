package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Stopped;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The reason and the words that a run ends with; those of troubles and rebuilds stand in their own
 * tests.
 */
class StopReasonsTest {
  private static final Duration LATE = Duration.ofMinutes(59).plusSeconds(58);

  @Test
  void showsVidiCentersReason() {
    assertThat(PollFixtures.begin().onAnswer(PollFixtures.FAILED, PollFixtures.EARLY))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.BUILD_FAILED,
                "VidiCenter reports that the export failed: the disk is full."));
  }

  @Test
  void saysThatVidiCenterGaveNoReason() {
    Answer failed = new Answer.Failed(PollFixtures.NO_DATE, Optional.empty());

    assertThat(PollFixtures.begin().onAnswer(failed, PollFixtures.EARLY))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.BUILD_FAILED,
                "VidiCenter reports that the export failed, and gives no reason."));
  }

  @Test
  void tellsAnExportThatIsTooLarge() {
    Answer failed = new Answer.Failed(PollFixtures.NO_DATE, Optional.of("too many rows: 31337000"));

    assertThat(PollFixtures.begin().onAnswer(failed, PollFixtures.EARLY))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.EXPORT_TOO_LARGE,
                "VidiCenter reports that the export failed: too many rows: 31337000."));
  }

  @Test
  void saysThatVidiCenterIsStillBuilding() {
    assertThat(PollFixtures.begin().onAnswer(PollFixtures.STARTED, LATE))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.STILL_BUILDING,
                "Gave up after 59m 58s: VidiCenter is still building the export (1 answer, last"
                    + " state started)."));
  }

  @Test
  void countsTheAnswersOfABuildThatTookTooLong() {
    PollState state =
        PollFixtures.begin()
            .onAnswer(PollFixtures.STARTED, PollFixtures.EARLY)
            .onAnswer(PollFixtures.IN_PROGRESS, PollFixtures.EARLY)
            .onTimeOver(PollFixtures.DEADLINE);

    assertThat(state)
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.STILL_BUILDING,
                "Gave up after 1h: VidiCenter is still building the export (2 answers, last state"
                    + " in_progress)."));
  }

  @Test
  void saysThatTheRowsWereStillComing() {
    Stopped stillComing =
        PollFixtures.stopped(
            FailureReason.ROWS_STILL_COMING, "Gave up after 1h: the rows were still coming.");

    assertThat(
            PollFixtures.begin()
                .onTrouble(PollFixtures.trouble(Trouble.Kind.STILL_COMING), PollFixtures.DEADLINE))
        .isEqualTo(stillComing);
    assertThat(PollFixtures.begin().onDrift(PollFixtures.DEADLINE)).isEqualTo(stillComing);
    assertThat(PollFixtures.begin().onDrift(PollFixtures.EARLY).onTimeOver(PollFixtures.DEADLINE))
        .isEqualTo(stillComing);
  }

  @Test
  void saysThatTheLimitsLeftNoRoom() {
    assertThat(
            PollFixtures.begin()
                .onTrouble(PollFixtures.trouble(Trouble.Kind.LIMITS_HELD), PollFixtures.EARLY))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.LIMITS_HELD, "Gave up after 10s: the connection was reset."));
  }

  @Test
  void keepsTheRebuildInTheCommandThatNeverAskedForIt() {
    Trouble held = PollFixtures.trouble(Trouble.Kind.LIMITS_HELD);
    PollState begin = PollFixtures.beginWithRebuild();
    Stopped nothingAsked =
        PollFixtures.stopped(
            FailureReason.LIMITS_HELD_BEFORE_REBUILD,
            "Gave up after 10s: the connection was reset. Nothing has been requested yet.");

    assertThat(begin.onTrouble(held, PollFixtures.EARLY)).isEqualTo(nothingAsked);
    assertThat(
            begin
                .onTrouble(PollFixtures.trouble(Trouble.Kind.NOT_DELIVERED), PollFixtures.EARLY)
                .onTrouble(held, PollFixtures.EARLY))
        .isEqualTo(nothingAsked);
    assertThat(
            begin
                .onTrouble(PollFixtures.trouble(Trouble.Kind.UNANSWERED), PollFixtures.EARLY)
                .onTrouble(held, PollFixtures.EARLY))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.LIMITS_HELD, "Gave up after 10s: the connection was reset."));
  }

  @Test
  void saysThatThereWasNoTimeToAsk() {
    assertThat(PollFixtures.begin().onTimeOver(Duration.ofMillis(3)))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.NO_TIME_TO_ASK,
                "Gave up after 3ms: no time was left for the first call."));
  }

  @Test
  void saysWhichTroubleTheTimeRanOutOn() {
    PollState troubled =
        PollFixtures.begin()
            .onTrouble(PollFixtures.trouble(Trouble.Kind.UNANSWERED), PollFixtures.EARLY);

    assertThat(troubled.onTimeOver(PollFixtures.DEADLINE))
        .isEqualTo(
            PollFixtures.stopped(
                FailureReason.SERVICE_NOT_ANSWERING,
                "Gave up after 1h: the connection was reset."));
  }
}

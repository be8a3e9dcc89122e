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
class EndingsTest {
  private static final Duration LATE = Duration.ofMinutes(59).plusSeconds(58);

  @Test
  void showsVidiCentersReason() {
    assertThat(Polls.begin().onAnswer(Polls.FAILED, Polls.EARLY))
        .isEqualTo(
            Polls.stopped(
                FailureReason.BUILD_FAILED,
                "VidiCenter reports that the export failed: the disk is full."));
  }

  @Test
  void saysThatVidiCenterGaveNoReason() {
    Answer failed = new Answer.Failed(Polls.NO_DATE, Optional.empty());

    assertThat(Polls.begin().onAnswer(failed, Polls.EARLY))
        .isEqualTo(
            Polls.stopped(
                FailureReason.BUILD_FAILED,
                "VidiCenter reports that the export failed, and gives no reason."));
  }

  @Test
  void tellsAnExportThatIsTooLarge() {
    Answer failed = new Answer.Failed(Polls.NO_DATE, Optional.of("too many rows: 31337000"));

    assertThat(Polls.begin().onAnswer(failed, Polls.EARLY))
        .isEqualTo(
            Polls.stopped(
                FailureReason.EXPORT_TOO_LARGE,
                "VidiCenter reports that the export failed: too many rows: 31337000."));
  }

  @Test
  void saysThatVidiCenterIsStillBuilding() {
    assertThat(Polls.begin().onAnswer(Polls.STARTED, LATE))
        .isEqualTo(
            Polls.stopped(
                FailureReason.STILL_BUILDING,
                "Gave up after 59m 58s: VidiCenter is still building the export (1 answer, last"
                    + " state started)."));
  }

  @Test
  void countsTheAnswersOfABuildThatTookTooLong() {
    PollState state =
        Polls.begin()
            .onAnswer(Polls.STARTED, Polls.EARLY)
            .onAnswer(Polls.IN_PROGRESS, Polls.EARLY)
            .onTimeOver(Polls.DEADLINE);

    assertThat(state)
        .isEqualTo(
            Polls.stopped(
                FailureReason.STILL_BUILDING,
                "Gave up after 1h: VidiCenter is still building the export (2 answers, last state"
                    + " in_progress)."));
  }

  @Test
  void saysThatTheRowsWereStillComing() {
    Stopped stillComing =
        Polls.stopped(
            FailureReason.ROWS_STILL_COMING, "Gave up after 1h: the rows were still coming.");

    assertThat(Polls.begin().onTrouble(Polls.trouble(Trouble.Kind.STILL_COMING), Polls.DEADLINE))
        .isEqualTo(stillComing);
    assertThat(Polls.begin().onDrift(Polls.DEADLINE)).isEqualTo(stillComing);
    assertThat(Polls.begin().onDrift(Polls.EARLY).onTimeOver(Polls.DEADLINE))
        .isEqualTo(stillComing);
  }

  @Test
  void saysThatTheLimitsLeftNoRoom() {
    assertThat(Polls.begin().onTrouble(Polls.trouble(Trouble.Kind.LIMITS_HELD), Polls.EARLY))
        .isEqualTo(
            Polls.stopped(
                FailureReason.LIMITS_HELD, "Gave up after 10s: the connection was reset."));
  }

  @Test
  void keepsTheRebuildInTheCommandThatNeverAskedForIt() {
    Trouble held = Polls.trouble(Trouble.Kind.LIMITS_HELD);
    PollState begin = Polls.beginWithRebuild();
    Stopped nothingAsked =
        Polls.stopped(
            FailureReason.LIMITS_HELD_BEFORE_REBUILD,
            "Gave up after 10s: the connection was reset. Nothing was asked yet.");

    assertThat(begin.onTrouble(held, Polls.EARLY)).isEqualTo(nothingAsked);
    assertThat(
            begin
                .onTrouble(Polls.trouble(Trouble.Kind.NOT_DELIVERED), Polls.EARLY)
                .onTrouble(held, Polls.EARLY))
        .isEqualTo(nothingAsked);
    assertThat(
            begin
                .onTrouble(Polls.trouble(Trouble.Kind.UNANSWERED), Polls.EARLY)
                .onTrouble(held, Polls.EARLY))
        .isEqualTo(
            Polls.stopped(
                FailureReason.LIMITS_HELD, "Gave up after 10s: the connection was reset."));
  }

  @Test
  void saysThatThereWasNoTimeToAsk() {
    assertThat(Polls.begin().onTimeOver(Duration.ofMillis(3)))
        .isEqualTo(
            Polls.stopped(
                FailureReason.NO_TIME_TO_ASK,
                "Gave up after 3ms: no time was left for the first call."));
  }

  @Test
  void saysWhichTroubleTheTimeRanOutOn() {
    PollState troubled =
        Polls.begin().onTrouble(Polls.trouble(Trouble.Kind.UNANSWERED), Polls.EARLY);

    assertThat(troubled.onTimeOver(Polls.DEADLINE))
        .isEqualTo(
            Polls.stopped(
                FailureReason.SERVICE_NOT_ANSWERING,
                "Gave up after 1h: the connection was reset."));
  }
}

package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.SizeComplaint;
import dev.vidiexport.domain.polling.PollState.Stopped;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.Optional;

/** The messages of runs that end without a result. */
final class StopReasons {
  private StopReasons() {}

  static Stopped exportFailed(Answer.Failed answer) {
    return stopped(
        SizeComplaint.ofBuild(answer.reason().orElse("")),
        "VidiCenter reports that the export failed"
            + answer.reason().map(reason -> ": " + reason).orElse(", and gives no reason")
            + ".");
  }

  static Stopped buildUncertain() {
    return stopped(
        FailureReason.REBUILD_UNCERTAIN,
        "The call that asked VidiCenter to rebuild the export may have been lost, and the"
            + " export was ready at the next call: it may be the old one.");
  }

  static Stopped stillBuilding(PollHistory history, Duration elapsed) {
    return gaveUp(
        FailureReason.STILL_BUILDING,
        elapsed,
        "VidiCenter is still building the export (%s, last state %s)"
            .formatted(
                NumberText.counted(history.answers(), "answer"),
                history.lastState().orElse("unknown")));
  }

  static Stopped stillComing(Duration elapsed) {
    return gaveUp(FailureReason.ROWS_STILL_COMING, elapsed, "the rows were still coming");
  }

  /** As long as the rebuild is wanted, nobody has been asked to build it. */
  static Stopped limitsHeld(PollHistory history, Trouble trouble, Duration elapsed) {
    return history.rebuild() == RebuildRequest.WANTED
        ? stopped(
            FailureReason.LIMITS_HELD_BEFORE_REBUILD,
            TimeOverReason.message(elapsed, trouble.reason()) + " Nothing has been requested yet.")
        : gaveUp(FailureReason.LIMITS_HELD, elapsed, trouble.reason());
  }

  static Stopped nothingAsked(Duration elapsed) {
    return gaveUp(FailureReason.NO_TIME_TO_ASK, elapsed, "no time was left for the first call");
  }

  static Stopped timeOverOnTrouble(Trouble trouble, Duration elapsed) {
    return gaveUp(trouble.kind().failureReason(), elapsed, trouble.reason());
  }

  static Stopped tooMuchTrouble(Trouble trouble, Duration elapsed) {
    return stopped(
        trouble.kind().failureReason(),
        "Gave up after %s and %s failed calls in a row; the last one: %s."
            .formatted(
                DurationText.of(elapsed), PollPolicy.MAX_TROUBLES_IN_A_ROW, trouble.reason()));
  }

  static Stopped comeBackLater(Trouble trouble, Duration asked) {
    return new Stopped(
        new Failure(
            FailureReason.COME_BACK_LATER,
            "VidiCenter asks to come back in %s, which is after the end of this run: %s."
                .formatted(DurationText.atLeast(asked), trouble.reason()),
            Optional.of(asked)));
  }

  static Stopped columnsKeepChanging() {
    return stopped(
        FailureReason.COLUMNS_KEEP_CHANGING,
        "The columns of the rows changed in each of %s answers, so they cannot be determined."
            .formatted(PollPolicy.MAX_REPLAYS + 1));
  }

  private static Stopped gaveUp(FailureReason reason, Duration elapsed, String what) {
    return new Stopped(TimeOverReason.because(reason, elapsed, what));
  }

  private static Stopped stopped(FailureReason reason, String message) {
    return new Stopped(new Failure(reason, message));
  }
}

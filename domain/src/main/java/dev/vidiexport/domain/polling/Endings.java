package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.failure.BrokenProtocol;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.PollState.Stopped;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;

/** The ways in which a run ends without a result, in words. */
final class Endings {
  private Endings() {}

  static Stopped exportFailed(Answer.Failed answer) {
    return new Stopped(
        FailureKind.EXPORT_FAILED,
        "VidiCenter reports that the export failed"
            + answer.reason().map(reason -> ": " + reason).orElse(", and gives no reason")
            + ". Ask for a shorter range or fewer sources, or have it built anew with"
            + " --force-rebuild.");
  }

  static Stopped buildUncertain() {
    return new Stopped(
        FailureKind.UNREACHABLE,
        "The call that asked VidiCenter to build the export anew may have been lost, and the"
            + " export was ready at the next call: it may be the old one."
            + " Run it again to have it built anew, or without --force-rebuild to take what there is.");
  }

  static Stopped stillBuilding(Tally tally, Duration elapsed) {
    return new Stopped(
        FailureKind.TIME_OVER,
        GaveUp.message(
            elapsed,
            "VidiCenter is still building the export (%s, last state %s)"
                .formatted(
                    NumberText.counted(tally.answers(), "answer"),
                    tally.lastState().orElse("unknown"))));
  }

  static Stopped stillComing(Duration elapsed) {
    return new Stopped(
        FailureKind.TIME_OVER, GaveUp.message(elapsed, "the rows were still coming"));
  }

  /** As long as the rebuild is wanted, nobody has been asked to build it. */
  static Stopped limitsHeld(Tally tally, Trouble trouble, Duration elapsed) {
    return new Stopped(
        FailureKind.TIME_OVER,
        tally.rebuild() == Rebuild.WANTED
            ? "Gave up after %s: %s. Nothing was asked yet: run the same command again."
                .formatted(DurationText.of(elapsed), trouble.reason())
            : GaveUp.message(elapsed, trouble.reason()));
  }

  static Stopped nothingAsked(Duration elapsed) {
    return new Stopped(
        FailureKind.TIME_OVER,
        "Gave up after %s: no time was left for the first call. Raise --timeout."
            .formatted(DurationText.of(elapsed)));
  }

  static Stopped timeOverOnTrouble(Trouble trouble, Duration elapsed) {
    return new Stopped(
        FailureKind.UNREACHABLE,
        "Gave up after %s: %s. %s"
            .formatted(DurationText.of(elapsed), trouble.reason(), nextStep(trouble)));
  }

  static Stopped tooMuchTrouble(Trouble trouble, Duration elapsed) {
    return new Stopped(
        FailureKind.UNREACHABLE,
        "Gave up after %s and %s troubles in a row; the last one: %s. %s"
            .formatted(
                DurationText.of(elapsed),
                PollPolicy.MAX_TROUBLES_IN_A_ROW,
                trouble.reason(),
                nextStep(trouble)));
  }

  static Stopped comeBackLater(Trouble trouble, Duration asked) {
    return new Stopped(
        FailureKind.UNREACHABLE,
        ("VidiCenter asks to come back in %s, which is after the end of this run: %s."
                + " Run it again then, or raise --timeout.")
            .formatted(DurationText.of(asked), trouble.reason()));
  }

  static Stopped columnsKeepChanging() {
    return new Stopped(
        FailureKind.PROTOCOL_BROKEN,
        "The columns of the rows changed in each of %s answers, so they cannot be told. %s"
            .formatted(PollPolicy.MAX_REPLAYS + 1, BrokenProtocol.NEXT_STEP));
  }

  private static String nextStep(Trouble trouble) {
    return switch (trouble.kind()) {
      case NOT_DELIVERED -> "Check --base-url, the network and the proxy.";
      case RATE_LIMITED -> "Run it again when other runs of this user make fewer calls.";
      case UNANSWERED, CUT, STILL_COMING, LIMITS_HELD ->
          "Run it again later; --verbose shows what each call met.";
    };
  }
}

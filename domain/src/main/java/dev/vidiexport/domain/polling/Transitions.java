package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.polling.PollState.Building;
import dev.vidiexport.domain.polling.PollState.Complete;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Replaying;
import dev.vidiexport.domain.polling.PollState.Troubled;
import java.time.Duration;

/** What follows what, while a run is going. */
final class Transitions {
  private Transitions() {}

  static PollState onAnswer(Going state, Answer answer, Duration elapsed) {
    Tally tally = state.tally().afterAnswer(answer.state());
    if (answer instanceof Answer.Failed failed) {
      return Endings.exportFailed(failed);
    }
    if (answer instanceof Answer.Finished finished) {
      return oldBuildPossible(state) ? Endings.buildUncertain() : new Complete(finished);
    }
    return building(state.policy(), tally, elapsed);
  }

  private static PollState building(PollPolicy policy, Tally tally, Duration elapsed) {
    Duration pause = policy.fitted(policy.pollDelay(tally.pollDelays()), elapsed);
    return isWait(pause)
        ? new Building(policy, tally.afterPollDelay(), pause)
        : Endings.stillBuilding(tally, elapsed);
  }

  static PollState onTrouble(Going state, Trouble trouble, Duration elapsed) {
    PollPolicy policy = state.policy();
    Tally tally = state.tally().afterTrouble(trouble.kind());
    boolean timeOver = !policy.isBeforeDeadline(elapsed);
    if (trouble.kind() == Trouble.Kind.LIMITS_HELD) {
      return Endings.limitsHeld(tally, trouble, elapsed);
    }
    if (trouble.kind() == Trouble.Kind.STILL_COMING) {
      return Endings.stillComing(elapsed);
    }
    if (timeOver) {
      return Endings.timeOverOnTrouble(trouble, elapsed);
    }
    if (tally.troublesInRow() >= PollPolicy.MAX_TROUBLES_IN_A_ROW) {
      return Endings.tooMuchTrouble(trouble, elapsed);
    }
    Duration asked = trouble.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(policy.timeLeft(elapsed)) >= 0) {
      return Endings.comeBackLater(trouble, asked);
    }
    Duration delay = policy.fitted(policy.troubleDelay(tally.backOffs()), elapsed);
    if (isWait(asked) && asked.compareTo(delay) > 0) {
      return new Troubled(policy, tally, trouble, asked);
    }
    return isWait(delay)
        ? new Troubled(policy, tally, trouble, delay)
        : Endings.timeOverOnTrouble(trouble, elapsed);
  }

  /** A wait that is zero or less stands for none: there is no room for another call. */
  private static boolean isWait(Duration pause) {
    return !pause.isNegative() && !pause.isZero();
  }

  static PollState onDrift(Going state, Duration elapsed) {
    if (oldBuildPossible(state)) {
      return Endings.buildUncertain();
    }
    Tally tally = state.tally().afterAnswer("finished").afterReplay();
    if (tally.replays() > PollPolicy.MAX_REPLAYS) {
      return Endings.columnsKeepChanging();
    }
    return state.policy().isBeforeDeadline(elapsed)
        ? new Replaying(state.policy(), tally)
        : Endings.stillComing(elapsed);
  }

  /**
   * Whether rows that are ready at once could be those of the build that was to be replaced: the
   * call that asked for the rebuild may have been lost.
   */
  private static boolean oldBuildPossible(Going state) {
    return state.tally().rebuild() == Rebuild.FATE_UNKNOWN;
  }
}

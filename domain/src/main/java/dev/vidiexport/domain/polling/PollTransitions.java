package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.polling.PollState.Building;
import dev.vidiexport.domain.polling.PollState.Complete;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Replaying;
import dev.vidiexport.domain.polling.PollState.Troubled;
import java.time.Duration;

/** Which state follows which, while a run is going. */
final class PollTransitions {
  private PollTransitions() {}

  static PollState onAnswer(Going state, Answer answer, Duration elapsed) {
    PollHistory history = state.history().afterAnswer(answer.state());
    if (answer instanceof Answer.Failed failed) {
      return StopReasons.exportFailed(failed);
    }
    if (answer instanceof Answer.Finished finished) {
      return oldBuildPossible(state) ? StopReasons.buildUncertain() : new Complete(finished);
    }
    if (answer instanceof Answer.Ready) {
      return oldBuildPossible(state)
          ? StopReasons.buildUncertain()
          : new PollState.Ready(state.policy(), history);
    }
    return building(state.policy(), history, elapsed);
  }

  private static PollState building(PollPolicy policy, PollHistory history, Duration elapsed) {
    Duration pause = policy.fitted(policy.pollDelay(history.pollDelays()), elapsed);
    return isWait(pause)
        ? new Building(policy, history.afterPollDelay(), pause)
        : StopReasons.stillBuilding(history, elapsed);
  }

  static PollState onTrouble(Going state, Trouble trouble, Duration elapsed) {
    PollPolicy policy = state.policy();
    PollHistory history = state.history().afterTrouble(trouble.kind());
    boolean timeOver = !policy.isBeforeDeadline(elapsed);
    if (trouble.kind() == Trouble.Kind.LIMITS_HELD) {
      return StopReasons.limitsHeld(history, trouble, elapsed);
    }
    if (trouble.kind() == Trouble.Kind.STILL_COMING) {
      return StopReasons.stillComing(elapsed);
    }
    if (timeOver) {
      return StopReasons.timeOverOnTrouble(trouble, elapsed);
    }
    if (history.troublesInRow() >= PollPolicy.MAX_TROUBLES_IN_A_ROW) {
      return StopReasons.tooMuchTrouble(trouble, elapsed);
    }
    Duration asked = trouble.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(policy.timeLeft(elapsed)) >= 0) {
      return StopReasons.comeBackLater(trouble, asked);
    }
    Duration delay = policy.fitted(policy.troubleDelay(history.backOffs()), elapsed);
    if (isWait(asked) && asked.compareTo(delay) > 0) {
      return new Troubled(policy, history, trouble, asked);
    }
    return isWait(delay)
        ? new Troubled(policy, history, trouble, delay)
        : StopReasons.timeOverOnTrouble(trouble, elapsed);
  }

  /** A wait that is zero or less means none: there is no room for another call. */
  private static boolean isWait(Duration pause) {
    return !pause.isNegative() && !pause.isZero();
  }

  static PollState onDrift(Going state, Duration elapsed) {
    if (oldBuildPossible(state)) {
      return StopReasons.buildUncertain();
    }
    PollHistory history = state.history().afterAnswer("finished").afterReplay();
    if (history.replays() > PollPolicy.MAX_REPLAYS) {
      return StopReasons.columnsKeepChanging();
    }
    return state.policy().isBeforeDeadline(elapsed)
        ? new Replaying(state.policy(), history)
        : StopReasons.stillComing(elapsed);
  }

  /**
   * Whether rows that are ready at once could be those of the build that was to be replaced: the
   * call that asked for the rebuild may have been lost.
   */
  private static boolean oldBuildPossible(Going state) {
    return state.history().rebuild() == RebuildRequest.FATE_UNKNOWN;
  }
}

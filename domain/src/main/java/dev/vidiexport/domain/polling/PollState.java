package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.failure.Failure;
import java.time.Duration;

/**
 * Where an export stands. Each state says what to do next, and turns what happens into the next
 * state; it knows no clock and asks nobody. Immutable.
 *
 * <pre>
 *            started, in_progress          finished
 *   Asking ───────────────────────▶ Building ─────────▶ Complete
 *     │  trouble                      │  ▲                 ▲
 *     └──────────▶ Troubled ◀─────────┘  │    finished     │
 *                     └──────────────────┴─────────────────┤
 *   any of them: built, without its rows ─▶ Ready ─────────┤
 *   any of them: drift ─▶ Replaying ───────────────────────┘
 *   any of them: failed, time over, too much trouble ─▶ Stopped
 * </pre>
 */
public sealed interface PollState {
  /**
   * VidiCenter answered, and its answer was read to its end.
   *
   * @param elapsed how long the run has lasted
   */
  PollState onAnswer(Answer answer, Duration elapsed);

  /** A call brought no whole answer. */
  PollState onTrouble(Trouble trouble, Duration elapsed);

  /** VidiCenter answered {@code finished}, but the rows did not keep to the columns seen first. */
  PollState onDrift(Duration elapsed);

  /** The time ran out before the next call could be made. */
  PollState onTimeOver(Duration elapsed);

  /** Does what the state calls for; a new state breaks the build wherever it is not handled. */
  <R> R fold(Cases<R> cases);

  /** The state in which a run begins. */
  static PollState begin(PollPolicy policy, boolean rebuild) {
    return new Asking(policy, PollHistory.begin(rebuild));
  }

  /**
   * What to do in each state.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    /** Wait, then ask. */
    R onGoing(Going state);

    /** All rows have come. */
    R onComplete(Complete state);

    /** The run is over without a result. */
    R onStopped(Stopped state);
  }

  /** A state in which VidiCenter is to be asked (again), after a wait. */
  sealed interface Going extends PollState {
    /** The limits of the run. */
    PollPolicy policy();

    /** What the run has been through. */
    PollHistory history();

    /** How long to wait before the next call; zero for at once. */
    Duration pause();

    /**
     * What the next call is to bring. After trouble, or when rows came and did not do, VidiCenter
     * may have to build the export anew, so that the call needs a place among those that are built.
     */
    default CallKind kind() {
      return CallKind.POLL;
    }

    /** Whether the next call tells VidiCenter to rebuild the export. */
    default boolean rebuild() {
      return history().rebuild() == RebuildRequest.WANTED;
    }

    @Override
    default PollState onAnswer(Answer answer, Duration elapsed) {
      return PollTransitions.onAnswer(this, answer, elapsed);
    }

    @Override
    default PollState onTrouble(Trouble trouble, Duration elapsed) {
      return PollTransitions.onTrouble(this, trouble, elapsed);
    }

    @Override
    default PollState onDrift(Duration elapsed) {
      return PollTransitions.onDrift(this, elapsed);
    }

    @Override
    default <R> R fold(Cases<R> cases) {
      return cases.onGoing(this);
    }
  }

  /** Nothing has been asked yet. */
  record Asking(PollPolicy policy, PollHistory history) implements Going {
    @Override
    public Duration pause() {
      return Duration.ZERO;
    }

    @Override
    public PollState onTimeOver(Duration elapsed) {
      return StopReasons.nothingAsked(elapsed);
    }
  }

  /** VidiCenter is building the export. */
  record Building(PollPolicy policy, PollHistory history, Duration pause) implements Going {
    @Override
    public PollState onTimeOver(Duration elapsed) {
      return StopReasons.stillBuilding(history, elapsed);
    }
  }

  /** VidiCenter has built the export, and its rows are to be asked for. */
  record Ready(PollPolicy policy, PollHistory history) implements Going {
    @Override
    public CallKind kind() {
      return CallKind.FETCH;
    }

    @Override
    public Duration pause() {
      return Duration.ZERO;
    }

    @Override
    public PollState onTimeOver(Duration elapsed) {
      return StopReasons.stillComing(elapsed);
    }
  }

  /** The last call met trouble. */
  record Troubled(PollPolicy policy, PollHistory history, Trouble trouble, Duration pause)
      implements Going {
    @Override
    public PollState onTimeOver(Duration elapsed) {
      return StopReasons.timeOverOnTrouble(trouble, elapsed);
    }
  }

  /** The rows are asked for once more, now that their columns are known. */
  record Replaying(PollPolicy policy, PollHistory history) implements Going {
    /** The number of this replay, from 1 to {@link PollPolicy#MAX_REPLAYS}. */
    public int replay() {
      return history.replays();
    }

    @Override
    public Duration pause() {
      return Duration.ZERO;
    }

    @Override
    public PollState onTimeOver(Duration elapsed) {
      return StopReasons.stillComing(elapsed);
    }
  }

  /** A state that no longer changes. */
  sealed interface Ended extends PollState {
    @Override
    default PollState onAnswer(Answer answer, Duration elapsed) {
      return this;
    }

    @Override
    default PollState onTrouble(Trouble trouble, Duration elapsed) {
      return this;
    }

    @Override
    default PollState onDrift(Duration elapsed) {
      return this;
    }

    @Override
    default PollState onTimeOver(Duration elapsed) {
      return this;
    }
  }

  /** All rows have come, and the answer ended well. */
  record Complete(Answer.Finished answer) implements Ended {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onComplete(this);
    }
  }

  /**
   * The run is over without a result.
   *
   * @param failure what ended it
   */
  record Stopped(Failure failure) implements Ended {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onStopped(this);
    }
  }
}

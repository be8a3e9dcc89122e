package dev.vidiexport.domain.polling;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Stopped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests of the polling machine have in common. */
final class PollFixtures {
  static final Duration DEADLINE = Duration.ofHours(1);
  static final Duration EARLY = Duration.ofSeconds(10);
  static final Optional<String> NO_DATE = Optional.empty();
  static final Answer STARTED = new Answer.Started(NO_DATE);
  static final Answer IN_PROGRESS = new Answer.InProgress(Optional.of("2016-08-25T15:22:35"));
  static final Answer.Ready READY = new Answer.Ready(Optional.empty());
  static final Answer.Finished FINISHED = new Answer.Finished(Optional.of("2016-08-25T15:22:35"));
  static final Answer FAILED = new Answer.Failed(NO_DATE, Optional.of("the disk is full"));

  private PollFixtures() {}

  /** From 1 to 30 seconds, within an hour, without jitter. */
  static PollPolicy policy() {
    return policy(() -> 0);
  }

  static PollPolicy policy(Jitter jitter) {
    return new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), DEADLINE, jitter);
  }

  static PollState begin() {
    return PollState.begin(policy(), false);
  }

  static PollState beginWithRebuild() {
    return PollState.begin(policy(), true);
  }

  static Trouble trouble(Trouble.Kind kind) {
    return Trouble.of(kind, "the connection was reset");
  }

  static Trouble trouble(Trouble.Kind kind, Duration retryAfter) {
    return new Trouble(kind, "too many calls", Optional.of(retryAfter));
  }

  /** The end of a run for this reason, in these words. */
  static Stopped stopped(FailureReason reason, String message) {
    return new Stopped(new Failure(reason, message));
  }

  /** Why a state has ended. */
  static FailureReason reason(PollState state) {
    return ((Stopped) state).failure().reason();
  }

  /** The waits that troubles of these kinds bring, one after the other. */
  static List<Duration> pauses(PollState from, Trouble.Kind... kinds) {
    List<Duration> pauses = new ArrayList<>();
    PollState state = from;
    for (Trouble.Kind kind : kinds) {
      state = state.onTrouble(trouble(kind), EARLY);
      pauses.add(((Going) state).pause());
    }
    return pauses;
  }
}

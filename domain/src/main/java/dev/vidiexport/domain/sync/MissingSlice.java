package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.history.SliceKey;
import java.util.Optional;

/**
 * A slice that a sync leaves without the answer that it should have. Immutable.
 *
 * @param state what keeps it from having one
 * @param failure why, where this run or one before found out; empty where it was not asked for yet
 * @param reason a clause for people
 */
public record MissingSlice(SliceKey key, State state, Optional<Failure> failure, String reason) {
  /** What keeps a slice from having its answer. */
  public enum State {
    /** Asking for it failed. */
    FAILED,
    /** It was refused, or counts so without having been asked for. */
    REFUSED,
    /** Its time to be asked for again has not come. */
    WAITING,
    /** The run ended before its turn. */
    LEFT
  }

  public MissingSlice {
    requireNonNull(key, "key must not be null");
    requireNonNull(state, "state must not be null");
    requireNonNull(failure, "failure must not be null");
    requireNonNull(reason, "reason must not be null");
  }
}

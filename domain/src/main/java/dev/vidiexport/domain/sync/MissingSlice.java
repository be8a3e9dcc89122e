package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.history.SliceKey;
import java.util.Optional;

/**
 * A slice that a sync leaves without the answer that it should have. Immutable.
 *
 * @param isRefused whether it counts as refused
 * @param failure why, where this run or one before found out; empty where it was not asked for yet
 * @param reason a clause for people
 */
public record MissingSlice(
    SliceKey key, boolean isRefused, Optional<Failure> failure, String reason) {
  public MissingSlice {
    requireNonNull(key, "key must not be null");
    requireNonNull(failure, "failure must not be null");
    requireNonNull(reason, "reason must not be null");
  }
}

package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the ledger knows of a slice. Immutable.
 *
 * @param state as the last run left it
 * @param answer what its file was made from, or that it has no rows; empty where it has no answer
 * @param failure why asking for it failed last; empty where it did not
 * @param underWay whether it was noted before a call and nothing was noted since: VidiCenter may
 *     still be building it
 * @param lostRevision the revision of the answer that it had, and whose file was lost; 0 where none
 *     was
 * @param attempts how often it was asked for; a request with all its polls counts once
 */
public record SliceRecord(
    SliceKey key,
    SliceState state,
    Optional<SliceAnswer> answer,
    Optional<SliceFailure> failure,
    boolean underWay,
    int lostRevision,
    int attempts) {
  public SliceRecord {
    requireNonNull(key, "key must not be null");
    requireNonNull(state, "state must not be null");
    requireNonNull(answer, "answer must not be null");
    requireNonNull(failure, "failure must not be null");
    if (lostRevision < 0) {
      throw new IllegalArgumentException(
          "lostRevision must not be negative, but was " + lostRevision);
    }
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts must not be negative, but was " + attempts);
    }
  }

  /** A slice whose files were never lost. The components are those of the record. */
  public SliceRecord(
      SliceKey key,
      SliceState state,
      Optional<SliceAnswer> answer,
      Optional<SliceFailure> failure,
      boolean underWay,
      int attempts) {
    this(key, state, answer, failure, underWay, 0, attempts);
  }

  /** The last revision of its file; 0 where it never had one. */
  public int lastRevision() {
    return answer.map(SliceAnswer::revision).orElse(lostRevision);
  }
}

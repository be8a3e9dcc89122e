package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceAnswer;

/** How asking for a slice ended. Immutable. */
public sealed interface SliceResult {
  /** Does what is to be done for this result. */
  <R> R fold(Cases<R> cases);

  /**
   * What is to be done for each result.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    /** Its first file is in its place. */
    R onPublished(SliceAnswer answer);

    /** Another file, or none, is in the place of the one before; or the first rows came. */
    R onReplaced(SliceAnswer answer, SliceDifference difference);

    /** The answer was that of before. */
    R onUnchanged(SliceAnswer answer);

    /** There are no rows, and were none. */
    R onEmpty(SliceAnswer answer);

    /** There was no answer that could be taken. */
    R onUnanswered(ExportException failure);
  }

  /** See {@link Cases#onPublished}. */
  record Published(SliceAnswer answer) implements SliceResult {
    public Published {
      requireNonNull(answer, "answer must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onPublished(answer);
    }
  }

  /** See {@link Cases#onReplaced}. */
  record Replaced(SliceAnswer answer, SliceDifference difference) implements SliceResult {
    public Replaced {
      requireNonNull(answer, "answer must not be null");
      requireNonNull(difference, "difference must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onReplaced(answer, difference);
    }
  }

  /** See {@link Cases#onUnchanged}. */
  record Unchanged(SliceAnswer answer) implements SliceResult {
    public Unchanged {
      requireNonNull(answer, "answer must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onUnchanged(answer);
    }
  }

  /** See {@link Cases#onEmpty}. */
  record Empty(SliceAnswer answer) implements SliceResult {
    public Empty {
      requireNonNull(answer, "answer must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onEmpty(answer);
    }
  }

  /** See {@link Cases#onUnanswered}. */
  record Unanswered(ExportException failure) implements SliceResult {
    public Unanswered {
      requireNonNull(failure, "failure must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onUnanswered(failure);
    }
  }
}

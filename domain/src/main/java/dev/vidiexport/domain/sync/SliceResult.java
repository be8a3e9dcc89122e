package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceAnswer;

/** How asking for a slice ended. Immutable. */
public sealed interface SliceResult {
  /** Its first file is in its place. */
  record Published(SliceAnswer answer) implements SliceResult {
    public Published {
      requireNonNull(answer, "answer must not be null");
    }
  }

  /** Another file, or none, is in the place of the one before; or the first rows came. */
  record Replaced(SliceAnswer answer) implements SliceResult {
    public Replaced {
      requireNonNull(answer, "answer must not be null");
    }
  }

  /** The answer was that of before. */
  record Unchanged(SliceAnswer answer) implements SliceResult {
    public Unchanged {
      requireNonNull(answer, "answer must not be null");
    }
  }

  /** There are no rows, and were none. */
  record Empty(SliceAnswer answer) implements SliceResult {
    public Empty {
      requireNonNull(answer, "answer must not be null");
    }
  }

  /** There was no answer that could be taken. */
  record Unanswered(ExportException failure) implements SliceResult {
    public Unanswered {
      requireNonNull(failure, "failure must not be null");
    }
  }
}

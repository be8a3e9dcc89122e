package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureKind;

/**
 * Tells when VidiCenter is so hard to reach that no more slices are begun in a run: when three in a
 * row ended so. For one thread at a time.
 */
public final class UnreachableStreak {
  private static final int LONGEST = 3;

  private int length;

  /** Takes into account that a slice has an answer. */
  public void answered() {
    ended(false);
  }

  /** Takes into account that a slice failed or was refused. */
  public void failed(FailureKind kind) {
    ended(kind == FailureKind.UNREACHABLE);
  }

  /** What was broken once stays so, also when slices that were under way end well. */
  private void ended(boolean isUnreachable) {
    if (mayBegin()) {
      length = isUnreachable ? length + 1 : 0;
    }
  }

  /** Whether another slice may be begun. */
  public boolean mayBegin() {
    return length < LONGEST;
  }
}

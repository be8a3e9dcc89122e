package dev.vidiexport.app.limits;

import java.time.Duration;

/**
 * That a run waits for something that runs share. Immutable.
 *
 * @param rank of two runs the one with the lower rank goes first; not negative
 * @param since when it began to wait; of two of the same rank, the one that waits longer goes first
 * @param until when this no longer counts, unless the run has said so again
 * @param most it can take something only when fewer are used than this
 */
record WaitingMark(int rank, Duration since, Duration until, int most) {
  boolean isAheadOf(int otherRank, Duration otherSince) {
    return rank < otherRank || (rank == otherRank && since.compareTo(otherSince) < 0);
  }

  boolean counts(Duration now) {
    return now.compareTo(until) < 0;
  }

  /** Whether the run could take something when so many are used, if nobody went before it. */
  boolean canTake(int used) {
    return used < most;
  }
}

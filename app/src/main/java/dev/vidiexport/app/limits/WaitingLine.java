package dev.vidiexport.app.limits;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The runs that wait for one thing that they share, as one of them sees them. Whoever finds no room
 * stays in the line as long as it looks again in time, and what becomes free is left to those who
 * go before. A run that is killed is out of the line at once, one that is stopped after {@link
 * #PATIENCE}. Whoever calls a method holds the file's mutex, but for {@link #goBehind}. Not
 * thread-safe.
 */
final class WaitingLine {
  /**
   * How long after the time at which a run was to look again it is waited for; ten times as long as
   * runs let pass between two looks.
   */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final WaitingMarks marks;
  private final int line;
  private @Nullable WaitingMark own;

  /**
   * One of the lines.
   *
   * @param line its number among the marks
   */
  WaitingLine(WaitingMarks marks, int line) {
    this.marks = marks;
    this.line = line;
  }

  /**
   * How many others go before this run, and could take something now.
   *
   * @param rank of this run
   * @param used how many of what is waited for are used
   */
  int ahead(int rank, int used, Duration now) throws IOException {
    marks.read();
    Duration since = since(now);
    int ahead = 0;
    for (int number = 0; number < RunNumber.RUNS; number++) {
      WaitingMark mark = marks.ofAnother(number, line);
      if (mark != null && mark.counts(now) && mark.canTake(used) && mark.isAheadOf(rank, since)) {
        ahead++;
      }
    }
    return ahead;
  }

  /** When this run began to wait; now, if it does not. */
  Duration since(Duration now) {
    return own != null && own.counts(now) ? own.since() : now;
  }

  /**
   * This run has found no room.
   *
   * @param most it can take something only when fewer are used than this
   * @param nextLook how soon it looks again
   */
  void await(int rank, int most, Duration now, Duration nextLook) throws IOException {
    own = new WaitingMark(rank, since(now), now.plus(nextLook).plus(PATIENCE), most);
    marks.write(line, own);
  }

  /** This run has found room, or wants none any more. */
  void leave() throws IOException {
    if (own != null) {
      own = null;
      marks.clear(line);
    }
  }

  /**
   * This run has given something back: should it wait, it goes behind all others of its rank. They
   * learn it when it looks again.
   */
  void goBehind(Duration now) {
    if (own != null) {
      own = new WaitingMark(own.rank(), now, own.until(), own.most());
    }
  }
}

package dev.vidiexport.domain.testing;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * For tests of what happens when a time is over: nobody knows how long a machine takes to come to
 * the point at which that is interesting. So the same is done again with twice the time, until what
 * happened shows that it came to the point. That is quick on a quick machine, and right on a slow
 * one. What should come of it is asserted afterwards, of the attempt that came to the point.
 */
public final class GrowingDeadline {
  /** A machine that needs more does not work, or the point is never reached. */
  static final Duration FARTHEST = Duration.ofMinutes(10);

  private GrowingDeadline() {}

  /** What is done within a deadline; everything that it needs it makes again. */
  @FunctionalInterface
  public interface Attempt<T> {
    T within(Duration deadline) throws Exception;
  }

  /**
   * Makes attempts, each with twice the time of the one before.
   *
   * @param first the deadline of the first, long enough for a quick machine
   * @param reachesThePoint whether an attempt came to the point; it looks at what happened, such as
   *     a call that was seen, and not at what should come of it
   * @return the first attempt that did
   * @throws AssertionError when none does, with the last one's words
   */
  public static <T> T from(Duration first, Attempt<T> attempt, Predicate<T> reachesThePoint)
      throws Exception {
    Duration deadline = first;
    T made = attempt.within(deadline);
    while (!reachesThePoint.test(made)) {
      deadline = deadline.multipliedBy(2);
      if (deadline.compareTo(FARTHEST) > 0) {
        throw new AssertionError(
            "It did not come to the point within %s: %s".formatted(deadline.dividedBy(2), made));
      }
      made = attempt.within(deadline);
    }
    return made;
  }
}

package dev.vidiexport.domain.polling;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long to wait, and when to give up. Immutable, apart from the chance in {@code jitter}.
 *
 * @param firstDelay the wait before the second call; positive
 * @param longestDelay no wait is longer, unless VidiCenter asks for it; not below {@code
 *     firstDelay}
 * @param deadline how long the whole run may take, everything included; positive
 * @param jitter shortens each wait a little
 */
public record PollPolicy(
    Duration firstDelay, Duration longestDelay, Duration deadline, Jitter jitter) {
  /** This many failed calls in a row end the run; "too many calls" does not count as one. */
  public static final int MAX_TROUBLES_IN_A_ROW = 10;

  /** How often the rows are requested again because their columns changed in between. */
  public static final int MAX_REPLAYS = 3;

  private static final double POLL_GROWTH = 1.5;
  private static final double TROUBLE_GROWTH = 2;
  private static final double POLL_JITTER = 0.2;
  private static final double TROUBLE_JITTER = 0.5;
  private static final Duration MOST_ROOM_FOR_CALL = Duration.ofSeconds(5);

  public PollPolicy {
    requireNonNull(jitter, "jitter must not be null");
    requirePositive("firstDelay", firstDelay);
    requirePositive("deadline", deadline);
    requireNonNull(longestDelay, "longestDelay must not be null");
    if (longestDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "longestDelay must not be below firstDelay, but was "
              + longestDelay
              + " < "
              + firstDelay);
    }
  }

  private static void requirePositive(String name, Duration duration) {
    requireNonNull(duration, name + " must not be null");
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, but was " + duration);
    }
  }

  /**
   * The wait before the next poll while VidiCenter builds.
   *
   * @param earlier how many such waits there were before
   */
  Duration pollDelay(int earlier) {
    return delay(Math.pow(POLL_GROWTH, earlier), POLL_JITTER);
  }

  /**
   * The wait before the next call after trouble.
   *
   * @param inRow how many troubles there were in a row, of any kind, this one included
   */
  Duration troubleDelay(int inRow) {
    return delay(Math.pow(TROUBLE_GROWTH, inRow - 1), TROUBLE_JITTER);
  }

  private Duration delay(double growth, double share) {
    double most = Math.min((double) firstDelay.toNanos() * growth, (double) longestDelay.toNanos());
    return Duration.ofNanos(Math.round(most * (1 - share * jitter.next())));
  }

  /**
   * Shortens a wait so that calls still fit before the deadline: a long wait may take half of the
   * time that is left for waiting, and the last one what is left.
   *
   * @return a wait that leaves room for a call; zero or less when none fits any more
   */
  Duration fitted(Duration delay, Duration elapsed) {
    Duration rest = deadline.minus(roomForCall()).minus(elapsed);
    Duration most = longer(part(rest, 2), shorter(firstDelay, rest));
    return shorter(delay, most);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** How long the run may still take; negative when it has taken too long. */
  Duration timeLeft(Duration elapsed) {
    return deadline.minus(elapsed);
  }

  /** Whether a moment lies before the deadline. */
  boolean isBeforeDeadline(Duration elapsed) {
    return elapsed.compareTo(deadline) < 0;
  }

  /** A call that has no time to be answered would look like trouble, where there is none. */
  private Duration roomForCall() {
    return shorter(part(deadline, 10), MOST_ROOM_FOR_CALL);
  }

  /** {@link Duration} divides by way of BigDecimal, which takes long to load. */
  private static Duration part(Duration whole, int parts) {
    return Duration.ofNanos(whole.toNanos() / parts);
  }
}

package dev.vidiexport.domain.polling;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.FailureReason;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that brought no answer, but may succeed when it is made again. Immutable.
 *
 * @param kind how far the call got
 * @param reason one clause for people, without a full stop: {@code "the connection was refused"}
 * @param retryAfter how long VidiCenter asked to wait; empty where it did not, never negative
 */
public record Trouble(Kind kind, String reason, Optional<Duration> retryAfter) {
  /** How far a call got before it failed. */
  public enum Kind {
    /** It surely did not reach VidiCenter: name, connection, TLS. */
    NOT_DELIVERED(FailureReason.SERVICE_NOT_REACHED),
    /** VidiCenter said that there were too many calls (429), and did nothing. */
    RATE_LIMITED(FailureReason.TOO_MANY_CALLS),
    /** It may have arrived, but no usable answer began: a reset, silence, 408, 5xx. */
    UNANSWERED(FailureReason.SERVICE_NOT_ANSWERING),
    /** The answer began and ended too early. */
    CUT(FailureReason.ANSWERS_CUT),
    /** The answer was still coming when the time was over. */
    STILL_COMING(FailureReason.ROWS_STILL_COMING),
    /** It was not sent, because the limits of the service left no room before the time was over. */
    LIMITS_HELD(FailureReason.LIMITS_HELD);

    private final FailureReason failureReason;

    Kind(FailureReason failureReason) {
      this.failureReason = failureReason;
    }

    /** Why a run ends that such trouble kept from its result to the end. */
    public FailureReason failureReason() {
      return failureReason;
    }
  }

  public Trouble {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(reason, "reason must not be null");
    requireNonNull(retryAfter, "retryAfter must not be null");
    retryAfter.ifPresent(
        wait -> {
          if (wait.isNegative()) {
            throw new IllegalArgumentException("retryAfter must not be negative, but was " + wait);
          }
        });
  }

  /** A trouble for which VidiCenter named no time to wait. */
  public static Trouble of(Kind kind, String reason) {
    return new Trouble(kind, reason, Optional.empty());
  }
}

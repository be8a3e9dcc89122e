package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What ended a run without a result. Immutable.
 *
 * @param reason why, for those who decide what comes next
 * @param message what happened, for people: whole sentences, of which none says what to do about
 *     it, because that depends on who asked for the run. It holds no secret, and text that came
 *     from outside has been cleaned of control characters
 * @param time the time that the reason speaks of; empty where it speaks of none
 */
public record Failure(FailureReason reason, String message, Optional<Duration> time) {
  public Failure {
    requireNonNull(reason, "reason must not be null");
    requireNonNull(message, "message must not be null");
    requireNonNull(time, "time must not be null");
  }

  /** A failure whose reason speaks of no time. */
  public Failure(FailureReason reason, String message) {
    this(reason, message, Optional.empty());
  }
}

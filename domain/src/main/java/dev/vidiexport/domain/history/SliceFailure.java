package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.FailureKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why the last request for a slice brought no answer. Immutable.
 *
 * @param message what happened, for people; no secret
 * @param at when it ended; kept to the second
 * @param refusals how often in a row the slice has been refused, this time included; 0 where it was
 *     not refused
 * @param askedWith the {@link ExportIdentity#asking} of the entry that was asked for
 */
public record SliceFailure(
    FailureKind kind, String message, Instant at, int refusals, String askedWith) {
  public SliceFailure {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(message, "message must not be null");
    at = requireNonNull(at, "at must not be null").truncatedTo(ChronoUnit.SECONDS);
    requireNonNull(askedWith, "askedWith must not be null");
    if (refusals < 0) {
      throw new IllegalArgumentException("refusals must not be negative, but was " + refusals);
    }
  }
}

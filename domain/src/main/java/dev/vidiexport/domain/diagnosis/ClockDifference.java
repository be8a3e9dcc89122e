package dev.vidiexport.domain.diagnosis;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.TriedConnection.Answer;
import java.time.Duration;
import java.time.Instant;

/** How far the clock of this machine is from that of the service, and whether that matters. */
final class ClockDifference {
  /** Clocks that are set by a server of time are closer than that. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  /** A window is asked for from an hour after its end on: more would ask for what is not over. */
  private static final Duration TAKES_OPEN_WINDOWS = Duration.ofHours(1);

  /** The service tells whole seconds. */
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private ClockDifference() {}

  static CheckResult review(Answer answer) {
    return answer
        .there()
        .map(there -> review(answer, there))
        .orElseGet(
            () -> CheckResult.skipped(CheckName.CLOCK, "The service does not tell its time."));
  }

  private static CheckResult review(Answer answer, Instant there) {
    Duration ahead = Duration.between(there, answer.here());
    // Neither the second within which it answered is known, nor when within the call it did.
    Duration unknown = GRAIN.plus(answer.roundTrip());
    Duration sure = ahead.abs().minus(unknown);
    if (sure.compareTo(USUAL) <= 0) {
      return CheckResult.ok(
          CheckName.CLOCK,
          "Within %s of the service's.".formatted(DurationText.atLeast(ahead.abs().plus(GRAIN))));
    }
    boolean isAhead = !ahead.isNegative();
    return CheckResult.warning(
        CheckName.CLOCK,
        "%s %s the service's%s. Set it, or have it set by a server of time."
            .formatted(
                DurationText.of(sure),
                isAhead ? "ahead of" : "behind",
                isAhead && sure.compareTo(TAKES_OPEN_WINDOWS) > 0
                    ? ": windows will be asked for that are not over yet"
                    : ""));
  }
}

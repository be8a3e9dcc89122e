package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.TimeOverReason;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/** Says when a run must end: it was cancelled, or its time is over. Thread-safe. */
final class RunGuard {
  private final Pacer pacer;
  private final Duration deadline;
  private volatile boolean cancelled;

  RunGuard(Pacer pacer, Duration deadline) {
    this.pacer = pacer;
    this.deadline = deadline;
  }

  void cancel() {
    cancelled = true;
  }

  /** Whether the run was cancelled, or its time is over. */
  boolean mustEnd() {
    return cancelled || isTimeOver();
  }

  boolean isTimeOver() {
    return timeLeft().isNegative() || timeLeft().isZero();
  }

  /** How long the run has lasted. */
  Duration elapsed() {
    return pacer.elapsed();
  }

  Duration timeLeft() {
    return deadline.minus(pacer.elapsed());
  }

  /** Throws when the run must not go on, while its rows come. */
  void checkWhileRowsCome() {
    checkCancelled();
    if (isTimeOver()) {
      throw new ExportException(
          TimeOverReason.because(
              FailureReason.ROWS_STILL_COMING, pacer.elapsed(), "the rows were still coming"));
    }
  }

  void checkCancelled() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }
}

package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.PollState;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * An export that goes on step by step, until it has an outcome. On failure nothing has been
 * published, and nothing stays staged. One thread at a time goes on with it; any may cancel it.
 */
final class ExportSteps implements PollState.Cases<Optional<ExportOutcome>> {
  private final VidiCenter vidiCenter;
  private final Destination destination;
  private final Pacer pacer;
  private final ExportListener listener;
  private final RunGuard guard;
  private final ReceiptBuilder receiptBuilder = new ReceiptBuilder();
  private final ExportRun run;
  private PollState state;
  private Optional<ExportOutcome> outcome = Optional.empty();

  /**
   * Prepares it; nothing is asked or written yet.
   *
   * @param whenReady is run at the first sign that VidiCenter has built the export, while a call
   *     goes on, on its thread
   */
  ExportSteps(
      VidiCenter vidiCenter,
      Destination destination,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads,
      RunSettings settings,
      Runnable whenReady) {
    this.vidiCenter = vidiCenter;
    this.destination = destination;
    this.pacer = pacer;
    this.listener = listener;
    this.guard = new RunGuard(pacer, settings.policy().deadline());
    this.run =
        new ExportRun(
            vidiCenter,
            destination,
            pacer,
            listener,
            threads,
            settings,
            guard,
            receiptBuilder,
            whenReady);
    this.state = run.begin();
  }

  /** Where the export stands. */
  PollState state() {
    return state;
  }

  /** Whether the last call was refused, because VidiCenter takes none for the state alone. */
  boolean isStatusRefused() {
    return run.isStatusRefused();
  }

  /** Whether its time is over. */
  boolean isTimeOver() {
    return guard.isTimeOver();
  }

  /** What came of it; empty as long as it goes on. */
  Optional<ExportOutcome> outcome() {
    return outcome;
  }

  /**
   * Waits as long as its state says, and makes the call that it asks for. Does nothing when there
   * is an outcome.
   */
  void waitAndCall() {
    if (state instanceof PollState.Going going) {
      step(
          () -> {
            pause(going.pause());
            return run.call(going, going.kind());
          });
    }
  }

  /**
   * Makes a call at once, unless the time is over. Does nothing when there is an outcome.
   *
   * @param kind what the call is to bring
   */
  void call(CallKind kind) {
    if (state instanceof PollState.Going going) {
      step(
          () -> {
            guard.checkCancelled();
            return run.call(going, kind);
          });
    }
  }

  private void pause(Duration pause) {
    if (!pause.isZero()) {
      vidiCenter.rest();
      receiptBuilder.waited(pause);
      listener.onPollScheduled(pause);
      pacer.pause(pause);
    }
    guard.checkCancelled();
  }

  private void step(Supplier<PollState> next) {
    try {
      state = next.get();
      outcome = state.fold(this);
    } catch (ExportException failure) {
      outcome = failed(failure);
    } catch (RuntimeException | Error defect) {
      outcome = failed(ExportException.defect(defect));
    }
    if (outcome.isPresent()) {
      vidiCenter.end();
      listener.onEnd();
    }
  }

  @Override
  public Optional<ExportOutcome> onGoing(PollState.Going going) {
    return Optional.empty();
  }

  @Override
  public Optional<ExportOutcome> onComplete(PollState.Complete complete) {
    return Optional.of(new ExportOutcome(receipt(), Optional.empty()));
  }

  @Override
  public Optional<ExportOutcome> onStopped(PollState.Stopped stopped) {
    return failed(new ExportException(stopped.failure()));
  }

  private Optional<ExportOutcome> failed(ExportException failure) {
    destination.discard();
    return Optional.of(new ExportOutcome(receipt(), Optional.of(failure)));
  }

  /** What has come of it so far. From any thread. */
  ExportReceipt receipt() {
    return receiptBuilder.receipt(pacer.elapsed());
  }

  /** Ends it soon, as {@code CANCELLED}. From any thread; may be called more than once. */
  void cancel() {
    guard.cancel();
    vidiCenter.cancel();
    pacer.cancel();
  }
}

package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.PollState;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * One run from the first call to the published output, a call at a time. What a call brings gives
 * the polling machine's next state, until there is none.
 */
final class ExportRun {
  private final VidiCenter vidiCenter;
  private final Destination destination;
  private final Pacer pacer;
  private final ExportListener listener;
  private final ThreadFactory threads;
  private final RunSettings settings;
  private final RunGuard guard;
  private final ReceiptBuilder receiptBuilder;
  private final Runnable whenReady;

  private Optional<Schema> earlierColumns = Optional.empty();
  private Optional<SinkPipeline> pipeline = Optional.empty();
  private boolean isStatusRefused;

  ExportRun(
      VidiCenter vidiCenter,
      Destination destination,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads,
      RunSettings settings,
      RunGuard guard,
      ReceiptBuilder receiptBuilder,
      Runnable whenReady) {
    this.vidiCenter = vidiCenter;
    this.destination = destination;
    this.pacer = pacer;
    this.listener = listener;
    this.threads = threads;
    this.settings = settings;
    this.guard = guard;
    this.receiptBuilder = receiptBuilder;
    this.whenReady = whenReady;
  }

  /** The state in which it begins. */
  PollState begin() {
    return PollState.begin(settings.policy(), settings.forceRebuild());
  }

  /** Whether the last call, for the state alone, was refused. */
  boolean isStatusRefused() {
    return isStatusRefused;
  }

  /**
   * Makes a call, unless the time is over.
   *
   * @param kind what the call is to bring
   * @return the state after it
   * @throws ExportException when there will be no output
   */
  PollState call(PollState.Going state, CallKind kind) {
    Duration timeLeft = guard.timeLeft();
    if (timeLeft.isNegative() || timeLeft.isZero()) {
      return state.onTimeOver(pacer.elapsed());
    }
    isStatusRefused = false;
    listener.onCall(receiptBuilder.asked());
    ExportAttempt attempt =
        new ExportAttempt(
            settings.columnPolicy(),
            earlierColumns,
            this::open,
            guard,
            listener,
            destination.takesNonFinite(),
            this::ready);
    try {
      Answer answer = vidiCenter.ask(settings.request(), kind, state.rebuild(), timeLeft, attempt);
      attempt.tellRows();
      receiptBuilder.answered(answer);
      listener.onAnswer(answer);
      return answer instanceof Answer.Finished finished
          ? finish(state, finished, attempt)
          : state.onAnswer(answer, pacer.elapsed());
    } catch (TroubleException exception) {
      guard.checkCancelled();
      receiptBuilder.troubled(exception.trouble());
      listener.onTrouble(exception.trouble());
      return state.onTrouble(exception.trouble(), pacer.elapsed());
    } catch (ExportException exception) {
      receiptBuilder.ended(exception.kind());
      // Whether it is the argument that is refused or the export, the next call without it tells.
      isStatusRefused =
          kind == CallKind.STATUS
              && exception.kind() == FailureKind.REQUEST_REFUSED
              && !attempt.isReady();
      if (isStatusRefused) {
        return state;
      }
      throw exception;
    } finally {
      pipeline.ifPresent(SinkPipeline::abandon);
      destination.discard();
    }
  }

  private void ready() {
    receiptBuilder.taken();
    whenReady.run();
  }

  private SinkPipeline open(Schema schema) {
    pipeline.ifPresent(SinkPipeline::requireEnded);
    SinkPipeline opened =
        new SinkPipeline(destination, schema, settings.rowsBefore(), threads, guard, listener);
    pipeline = Optional.of(opened);
    return opened;
  }

  /** The rows are all there; the polling machine decides what becomes of them. */
  private PollState finish(PollState.Going state, Answer.Finished answer, ExportAttempt attempt) {
    attempt.requireFitting(settings.rowsBefore().isPresent());
    Optional<StreamingRows> streaming = attempt.endRows();
    if (streaming.isEmpty()) {
      earlierColumns = Optional.of(attempt.schema());
      PollState next = state.onDrift(pacer.elapsed());
      if (next instanceof PollState.Replaying replaying) {
        listener.onDrift(replaying.replay(), attempt.drift().orElseThrow());
      }
      return next;
    }
    PollState next = state.onAnswer(answer, pacer.elapsed());
    if (next instanceof PollState.Complete) {
      publish(streaming.get(), attempt);
    }
    return next;
  }

  private void publish(StreamingRows streaming, ExportAttempt attempt) {
    long rows = attempt.rows();
    vidiCenter.end();
    if (!settings.acceptRowLimit()) {
      RowLimit.check(rows, settings.request().timeResolution());
    }
    listener.onPublish();
    streaming.commit(
        new Provenance(
            settings.request().arguments(),
            receiptBuilder.creationDate(),
            rows,
            settings.programVersion()));
    if (destination.holdsBack()) {
      guard.checkCancelled();
    }
    try {
      long dropped = streaming.droppedRows();
      destination.droppedRows(dropped);
      receiptBuilder.published(
          destination.output(streaming.schema()),
          rows - dropped,
          dropped,
          destination.publish(),
          attempt.nonFiniteAsNull());
    } catch (IOException failure) {
      guard.checkCancelled();
      throw OutputFailure.whilePublishing(failure);
    }
  }
}

package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.TimeOverReason;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.watchdog.WatchedThread;
import dev.vidiexport.spi.Provenance;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows from the thread that reads them to the thread that writes them, through a ring of a
 * few batches that are used again and again. Used by the reading thread alone.
 */
final class SinkPipeline {
  /** One batch is being filled, one written, and one waits so that neither side does. */
  private static final int BATCHES = 3;

  /** How long an abandoned sink may take to let go, once before it is interrupted, once after. */
  private static final Duration LET_GO = Duration.ofSeconds(10);

  /** The same when the run must end. */
  private static final Duration LET_GO_AT_THE_END = Duration.ofSeconds(1);

  private static final String WRITING = "the output was still being written";

  private final BlockingQueue<SinkThread.Task> tasks = new ArrayBlockingQueue<>(BATCHES + 2);
  private final BlockingQueue<RowBatchBuilder> free = new ArrayBlockingQueue<>(BATCHES);
  private final RunGuard guard;
  private final boolean holdsBack;
  private final String format;
  private final SinkThread sink;
  private final SinkWatch watch;
  private final WatchedThread thread;
  private boolean abandoned;

  /**
   * Begins to open a sink.
   *
   * @param rowsBefore the time that rows must be before, or they are dropped
   */
  SinkPipeline(
      Destination destination,
      Schema schema,
      Optional<LocalDateTime> rowsBefore,
      ThreadFactory threads,
      RunGuard guard,
      ExportListener listener) {
    this.guard = guard;
    this.holdsBack = destination.holdsBack();
    this.format = destination.formatName();
    this.watch = new SinkWatch(guard, listener, format);
    for (int batch = 0; batch < BATCHES; batch++) {
      free.add(new RowBatchBuilder(schema));
    }
    this.sink = new SinkThread(destination, schema, rowsBefore, tasks, free);
    this.thread = new WatchedThread(threads);
    thread.start(sink);
    thread.end();
  }

  /**
   * An empty batch to fill; waits until there is one.
   *
   * @throws ExportException when the sink failed, or the run must end
   */
  RowBatchBuilder empty() {
    RowBatchBuilder batch = free.poll();
    while (batch == null) {
      checkSink();
      checkWhileItWorks();
      batch = poll();
    }
    return batch;
  }

  private @Nullable RowBatchBuilder poll() {
    try {
      return free.poll(WatchedThread.STEP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  /** Has a batch written; an empty one is skipped. */
  void full(RowBatchBuilder batch) {
    checkSink();
    if (batch.batch().rows() > 0) {
      tasks.add(new SinkThread.Task.Write(batch));
    }
  }

  /**
   * Has the output completed, and waits for it.
   *
   * @throws ExportException when the sink failed, or the run must end before it is done
   */
  void commit(Provenance provenance) {
    checkWhileItWorks();
    SinkThread.Task.Commit commit = new SinkThread.Task.Commit(provenance);
    tasks.add(commit);
    awaitCommit(commit);
    checkClose();
    checkSink();
  }

  /** How many rows were dropped; once the output is complete. */
  long droppedRows() {
    return sink.droppedRows();
  }

  private void awaitCommit(SinkThread.Task.Commit commit) {
    try {
      thread.awaitEnd(() -> checkWhileCommitting(commit));
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  /** Whether or not it closed without an error, what a sink commits elsewhere is there. */
  private void checkClose() {
    if (!holdsBack && sink.isCommitted() && sink.failure().isPresent()) {
      throw OutputFailure.afterCommit(format, sink.failure().orElseThrow());
    }
  }

  /**
   * What is held back, or has not begun to be completed, can still be thrown away; what a sink
   * commits elsewhere may be there already.
   */
  private void checkWhileCommitting(SinkThread.Task.Commit commit) {
    if (!holdsBack && guard.mustEnd() && !tasks.remove(commit)) {
      throw OutputFailure.inCommit(format, sink.isCommitted(), whereItIs());
    }
    checkWhileItWorks();
  }

  private void checkWhileItWorks() {
    guard.checkCancelled();
    if (guard.isTimeOver()) {
      throw new ExportException(
          TimeOverReason.because(
              FailureReason.OUTPUT_STILL_WRITTEN, guard.elapsed(), atWork(sink.call())),
          whereItIs());
    }
    watch.look(sink.call());
  }

  private String atWork(SinkCall call) {
    return call.waits() ? WRITING : "%s was still %s".formatted(format, call.doing());
  }

  private Throwable whereItIs() {
    return thread.whereItIs("the format");
  }

  /**
   * Has the sink closed without commit, unless it has ended already; what it throws then no longer
   * matters. May be called more than once.
   */
  void abandon() {
    if (abandoned) {
      return;
    }
    abandoned = true;
    tasks.clear();
    tasks.add(new SinkThread.Task.Abandon());
    if (!letsGo()) {
      thread.interrupt();
      letsGo();
    }
  }

  private boolean letsGo() {
    try {
      return thread.awaitEnd(this::patience, () -> watch.look(sink.call()));
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private Duration patience() {
    return guard.mustEnd() ? LET_GO_AT_THE_END : LET_GO;
  }

  /**
   * Makes sure that another sink may be opened.
   *
   * @throws ExportException when the thread of this one could not be ended
   */
  void requireEnded() {
    if (!thread.hasEnded()) {
      throw new ExportException(
          FailureReason.FORMAT_FAILED,
          "The output could not be written again, because %s from the previous attempt is still %s."
              .formatted(format, sink.call().doing()),
          whereItIs());
    }
  }

  private void checkSink() {
    sink.failure()
        .ifPresent(
            failure -> {
              throw holdsBack || !sink.failedCall().completes()
                  ? OutputFailure.whileWriting(format, sink.failedCall(), failure)
                  : OutputFailure.whileCommittingElsewhere(format, failure);
            });
  }

  private static ExportException interrupted() {
    Thread.currentThread().interrupt();
    return ExportException.cancelled();
  }
}

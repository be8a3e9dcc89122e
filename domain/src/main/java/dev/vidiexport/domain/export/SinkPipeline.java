package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows from the thread that reads them to the thread that writes them, through a ring of a
 * few batches that go round and round. Used by the reading thread alone.
 */
final class SinkPipeline {
  /** One batch is being filled, one written, and one waits so that neither side does. */
  private static final int BATCHES = 3;

  /** How often a wait looks whether the run must end. */
  private static final long LOOK_MILLIS = 100;

  /** How long an abandoned sink may take to let go before its thread is left behind. */
  private static final long LET_GO_MILLIS = 2_000;

  private final BlockingQueue<SinkThread.Task> tasks = new ArrayBlockingQueue<>(BATCHES + 2);
  private final BlockingQueue<RowBatchBuilder> free = new ArrayBlockingQueue<>(BATCHES);
  private final RunGuard guard;
  private final SinkThread sink;
  private final Thread thread;

  SinkPipeline(Destination destination, Schema schema, ThreadFactory threads, RunGuard guard) {
    this.guard = guard;
    for (int batch = 0; batch < BATCHES; batch++) {
      free.add(new RowBatchBuilder(schema));
    }
    this.sink = new SinkThread(destination, schema, tasks, free);
    this.thread = threads.newThread(sink);
    thread.start();
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
      guard.check();
      batch = poll();
    }
    return batch;
  }

  private @Nullable RowBatchBuilder poll() {
    try {
      return free.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  /** Has a batch written; an empty one is passed over. */
  void full(RowBatchBuilder batch) {
    checkSink();
    if (batch.batch().rows() > 0) {
      tasks.add(new SinkThread.Task.Write(batch));
    }
  }

  /**
   * Has the output completed, and waits for it.
   *
   * @throws ExportException when the sink failed, or the run was cancelled before
   */
  void commit(Provenance provenance) {
    tasks.add(new SinkThread.Task.Commit(provenance));
    while (thread.isAlive()) {
      join(LOOK_MILLIS);
      guard.checkCancelled();
    }
    checkSink();
  }

  /** Has the sink closed without commit; what it throws then no longer matters. */
  void abandon() {
    tasks.clear();
    tasks.add(new SinkThread.Task.Abandon());
    join(LET_GO_MILLIS);
    if (thread.isAlive()) {
      thread.interrupt();
      join(LET_GO_MILLIS);
    }
  }

  private void join(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private void checkSink() {
    sink.failure()
        .ifPresent(
            failure -> {
              throw asExportException(failure);
            });
  }

  private static ExportException asExportException(Throwable failure) {
    if (failure instanceof ExportException known) {
      return known;
    }
    if (failure instanceof IOException) {
      return new ExportException(
          FailureKind.OUTPUT_NOT_WRITTEN,
          "The output could not be written: " + failure.getMessage() + ".",
          failure);
    }
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        "The output could not be written, because its format failed in an unexpected way.",
        failure);
  }

  private static ExportException interrupted() {
    Thread.currentThread().interrupt();
    return new ExportException(FailureKind.CANCELLED, "The run was interrupted.");
  }
}

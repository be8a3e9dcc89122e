package dev.vidiexport.domain.export;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that makes every call to a sink: open, write, commit, close. It ends by itself
 * after the commit, after an order to abandon, and after anything thrown.
 */
final class SinkThread implements Runnable {
  /** What the thread is told to do next. */
  sealed interface Task {
    /** Write these rows, then give the batch back. */
    record Write(RowBatchBuilder batch) implements Task {}

    /** All rows have been written: complete the output. */
    record Commit(Provenance provenance) implements Task {}

    /** Forget the output. */
    record Abandon() implements Task {}
  }

  private final Destination destination;
  private final Schema schema;
  private final Optional<LocalDateTime> rowsBefore;
  private final BlockingQueue<Task> tasks;
  private final BlockingQueue<RowBatchBuilder> free;
  private volatile SinkCall call = SinkCall.opening();
  private volatile @Nullable RowCutoff cutoff;
  private volatile @Nullable SinkCall brokenCall;
  private volatile boolean committed;
  private volatile @Nullable Throwable failure;

  SinkThread(
      Destination destination,
      Schema schema,
      Optional<LocalDateTime> rowsBefore,
      BlockingQueue<Task> tasks,
      BlockingQueue<RowBatchBuilder> free) {
    this.destination = destination;
    this.schema = schema;
    this.rowsBefore = rowsBefore;
    this.tasks = tasks;
    this.free = free;
  }

  /** What ended the thread, if it did not end well. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether the output was completed, whatever came after. */
  boolean isCommitted() {
    return committed;
  }

  /** The call that it makes now, or made last. */
  SinkCall call() {
    return call;
  }

  /** The call that {@link #failure} came from; the sink may have been closed since. */
  SinkCall failedCall() {
    SinkCall broken = brokenCall;
    return broken == null ? call : broken;
  }

  // Whatever is thrown, errors too, must reach the thread that runs the export: it decides.
  @Override
  public void run() {
    try (Sink sink = new OrderedSink(open(), next -> call = next)) {
      call = SinkCall.none();
      performAll(sink);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure = interrupted;
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  private Sink open() throws IOException {
    Sink sink = destination.open(schema);
    if (rowsBefore.isEmpty()) {
      return sink;
    }
    RowCutoff front = new RowCutoff(sink, schema, rowsBefore.get());
    cutoff = front;
    return front;
  }

  /** How many rows were dropped; for others once the thread has ended. */
  long droppedRows() {
    RowCutoff front = cutoff;
    return front == null ? 0 : front.dropped();
  }

  private void performAll(Sink sink) throws Exception {
    boolean goesOn = true;
    try {
      while (goesOn) {
        goesOn = perform(tasks.take(), sink);
      }
    } finally {
      brokenCall = goesOn ? call : null;
    }
  }

  private boolean perform(Task task, Sink sink) throws Exception {
    if (task instanceof Task.Write write) {
      sink.write(write.batch().batch());
      write.batch().clear();
      free.add(write.batch());
      return true;
    }
    if (task instanceof Task.Commit commit) {
      sink.commit(commit.provenance());
      committed = true;
    }
    return false;
  }
}

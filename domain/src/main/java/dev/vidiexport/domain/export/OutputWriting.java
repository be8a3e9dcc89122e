package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Writes rows that are at hand to one output, whole or not at all, with all that an export does for
 * a sink. It takes as long as it takes. One thread at a time, but for {@link #cancel}.
 */
public final class OutputWriting implements AutoCloseable {
  private static final Duration NO_LIMIT = Duration.ofDays(36_500);

  private final Destination destination;
  private final RunGuard guard;
  private final SinkPipeline pipeline;
  private final ExportListener listener;

  /**
   * Begins to open a sink.
   *
   * @param destination has been checked; closed by its owner
   * @param threads makes the thread that writes
   */
  public OutputWriting(
      Destination destination,
      Schema schema,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads) {
    this.destination = destination;
    this.guard = new RunGuard(pacer, NO_LIMIT);
    this.listener = listener;
    this.pipeline =
        new SinkPipeline(destination, schema, Optional.empty(), threads, guard, listener);
  }

  /**
   * An empty batch to fill; waits until there is one.
   *
   * @throws ExportException when the sink failed, or this was cancelled
   */
  public RowBatchBuilder empty() {
    return pipeline.empty();
  }

  /**
   * Has a batch written that {@link #empty} gave.
   *
   * @throws ExportException when the sink failed
   */
  public void full(RowBatchBuilder batch) {
    pipeline.full(batch);
  }

  /**
   * Completes the output, and publishes it.
   *
   * @param provenance with the number of all rows
   * @return how many bytes it has; -1 where nobody knows
   * @throws ExportException when it cannot be, or this was cancelled before; nothing has appeared
   *     then, unless the sink itself made it appear
   */
  public long publish(Provenance provenance) {
    listener.onPublish();
    pipeline.commit(provenance);
    if (destination.holdsBack()) {
      guard.checkCancelled();
    }
    try {
      return destination.publish();
    } catch (IOException failure) {
      guard.checkCancelled();
      throw OutputFailure.whilePublishing(failure);
    }
  }

  /** Ends it soon, as {@code CANCELLED}. From any thread; may be called more than once. */
  public void cancel() {
    guard.cancel();
  }

  /** Throws away what has not been published. May be called more than once. */
  @Override
  public void close() {
    pipeline.abandon();
    destination.discard();
  }
}

package dev.vidiexport.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import dev.vidiexport.domain.port.RecordingListener;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkThreadTest {
  private static final Schema SCHEMA = Schema.of(new Column("location_id", ColumnType.WHOLE));

  private final InMemoryDestination destination = new InMemoryDestination();

  @BeforeEach
  void check() {
    destination.check();
  }

  private static RowBatchBuilder oneRow() {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    batch.putLong(0, 1056);
    batch.endRow();
    return batch;
  }

  private static SinkThread.Task.Commit commitOf(long rows) {
    return new SinkThread.Task.Commit(new Provenance(Map.of(), Optional.empty(), rows, "0.1.0"));
  }

  private SinkThread perform(SinkThread.Task... tasks) {
    BlockingQueue<SinkThread.Task> queue = new ArrayBlockingQueue<>(8);
    queue.addAll(List.of(tasks));
    SinkThread thread =
        new SinkThread(destination, SCHEMA, Optional.empty(), queue, new ArrayBlockingQueue<>(8));
    thread.run();
    return thread;
  }

  @Test
  void doesNotCommitWhenTheSinkGotFewerRowsThanWereRead() {
    SinkThread thread = perform(new SinkThread.Task.Write(oneRow()), commitOf(2));

    assertThat(thread.failure().orElseThrow()).hasMessage("Read 2 rows, but gave 1 to the sink");
    assertThat(destination.calls()).containsExactly("open", "write 1", "close");
  }

  @Test
  void commitsWhenBothSidesCountTheSame() {
    SinkThread thread =
        perform(
            new SinkThread.Task.Write(oneRow()), new SinkThread.Task.Write(oneRow()), commitOf(2));

    assertThat(thread.failure()).isEmpty();
    assertThat(destination.calls())
        .containsExactly("open", "write 1", "write 1", "commit", "close");
  }

  @Test
  void closesWithoutCommitWhenAbandoned() {
    SinkThread thread = perform(new SinkThread.Task.Write(oneRow()), new SinkThread.Task.Abandon());

    assertThat(thread.failure()).isEmpty();
    assertThat(destination.calls()).containsExactly("open", "write 1", "close");
  }

  @Test
  void clearsABatchOnceItIsWritten() {
    RowBatchBuilder batch = oneRow();

    perform(new SinkThread.Task.Write(batch), new SinkThread.Task.Abandon());

    assertThat(batch.batch().rows()).isZero();
  }

  @Test
  void refusesASecondSinkBesideOneThatHangs() throws InterruptedException {
    CountDownLatch letGo = new CountDownLatch(1);
    CountDownLatch opening = new CountDownLatch(1);
    destination.when(
        Step.OPEN,
        () -> {
          opening.countDown();
          awaitStubbornly(letGo);
        });
    Thread[] writer = new Thread[1];
    SinkPipeline pipeline =
        new SinkPipeline(
            destination,
            SCHEMA,
            Optional.empty(),
            work -> writer[0] = new Thread(work),
            new RunGuard(new RecordingPacer(), Duration.ofHours(1)),
            new RecordingListener());
    opening.await();

    assertThatThrownBy(pipeline::requireEnded)
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "The output could not be written again, because the format memory from the previous"
                + " attempt is still opening the output.");

    letGo.countDown();
    pipeline.abandon();
    writer[0].join();
    pipeline.requireEnded();
  }

  private static void awaitStubbornly(CountDownLatch latch) {
    boolean waiting = true;
    while (waiting) {
      try {
        latch.await();
        waiting = false;
      } catch (InterruptedException ignored) {
        // Stubborn: that is the point.
      }
    }
  }
}

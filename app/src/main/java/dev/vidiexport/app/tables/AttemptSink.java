package dev.vidiexport.app.tables;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;

/**
 * Fills a slice's sink on the thread that writes. Once all rows are there the sink is kept open,
 * for whoever decides what becomes of them.
 */
final class AttemptSink implements Sink {
  private final SliceSink sink;
  private final SliceTable table;
  private final TableFailures failures;
  private volatile boolean complete;
  private volatile boolean discarded;

  AttemptSink(SliceSink sink, SliceTable table, TableFailures failures) {
    this.sink = sink;
    this.table = table;
    this.failures = failures;
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    failures.whileWriting(table, () -> sink.write(rows));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    failures.whileWriting(table, () -> sink.commit(provenance));
    complete = true;
  }

  @Override
  public void close() throws IOException {
    if (!complete || discarded) {
      closeSink();
    }
  }

  /** The sink with all rows. */
  SliceSink completed() {
    if (!complete) {
      throw new IllegalStateException("commit must come first");
    }
    return sink;
  }

  /**
   * Lets go of rows that are complete. Others belong to the thread that writes, which closes them,
   * also where they become complete only now.
   */
  void discard() {
    discarded = true;
    if (complete) {
      try {
        closeSink();
      } catch (IOException unfreed) {
        // Nobody sees these rows, and the connection goes with the process at the latest.
        return;
      }
    }
  }

  private void closeSink() throws IOException {
    failures.whileWriting(table, sink::close);
  }
}

package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.CoverageCounter;
import dev.vidiexport.domain.coverage.SliceMeasures;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.Optional;

/** Writes the rows of a slice, and keeps what the ledger wants to know of them. */
final class SliceSink implements Sink {
  private final Sink sink;
  private final CoverageCounter counter;
  private long rows;
  private Optional<String> creationDate = Optional.empty();

  SliceSink(Sink sink, CoverageCounter counter) {
    this.sink = sink;
    this.counter = counter;
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows += batch.rows();
    counter.add(batch);
    sink.write(batch);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    creationDate = provenance.creationDate();
    sink.commit(provenance);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  /** How many rows have been written. */
  long rows() {
    return rows;
  }

  /** What was counted in them. */
  SliceMeasures measures() {
    return counter.measures();
  }

  /** When VidiCenter built the export, as it wrote it; once the rows have been committed. */
  Optional<String> creationDate() {
    return creationDate;
  }
}

package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.Optional;

/** Writes the rows of a slice, and takes their fingerprint on the way. */
final class SliceSink implements Sink {
  private final Sink sink;
  private final RowFingerprint fingerprint;
  private long rows;
  private Optional<String> creationDate = Optional.empty();

  SliceSink(Sink sink, RowFingerprint fingerprint) {
    this.sink = sink;
    this.fingerprint = fingerprint;
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows += batch.rows();
    fingerprint.add(batch);
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

  /** When VidiCenter built the export, as it wrote it; once the rows have been committed. */
  Optional<String> creationDate() {
    return creationDate;
  }
}

package dev.vidiexport.domain.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;

/**
 * Takes the fingerprint of the rows on their way to a sink. Used by the sink's thread alone, as the
 * sink is; the fingerprint may be read by another thread once the sink has been closed.
 */
public final class FingerprintingSink implements Sink {
  private final Sink sink;
  private final RowFingerprint fingerprint;

  /**
   * Stands before a sink that has just been opened, and closes it.
   *
   * @param fingerprint takes the rows of this sink, and no others
   */
  public FingerprintingSink(Sink sink, RowFingerprint fingerprint) {
    this.sink = requireNonNull(sink, "sink must not be null");
    this.fingerprint = requireNonNull(fingerprint, "fingerprint must not be null");
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    fingerprint.add(rows);
    sink.write(rows);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    sink.commit(provenance);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}

package dev.vidiexport.domain.enrichment;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;

/** Adds columns to rows on their way to a sink. Used by the sink's thread alone. */
public final class EnrichingSink implements Sink {
  private final Sink sink;
  private final EnrichedRows rows;

  /**
   * Stands before a sink that has just been opened, and closes it.
   *
   * @param sink takes the rows with all columns
   */
  public EnrichingSink(Sink sink, EnrichedRows rows) {
    this.sink = requireNonNull(sink, "sink must not be null");
    this.rows = requireNonNull(rows, "rows must not be null");
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    sink.write(rows.enrich(batch));
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

package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.RowBatch;

/** Fills a column with the times of rows in UTC. */
final class UtcFiller implements ColumnFiller {
  private final int column;
  private final RowInstants instants;

  UtcFiller(int column, RowInstants instants) {
    this.column = column;
    this.instants = instants;
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      if (instants.isKnown(row)) {
        into.putTimestampMicros(row, column, instants.micros(row));
      }
    }
  }
}

package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.RowBatch;

/** Fills a column with whether the clock showed the times of rows twice. */
final class AmbiguityFiller implements ColumnFiller {
  private final int column;
  private final RowInstants instants;

  AmbiguityFiller(int column, RowInstants instants) {
    this.column = column;
    this.instants = instants;
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      if (instants.isKnown(row)) {
        into.putBoolean(row, column, instants.isAmbiguous(row));
      }
    }
  }
}

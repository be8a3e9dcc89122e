package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.RowBatch;

/** Fills one added column. For one thread. */
interface ColumnFiller {
  /** Puts the values of all rows of a batch into its extension, which has begun with it. */
  void fill(RowBatch batch, BatchExtension into);
}

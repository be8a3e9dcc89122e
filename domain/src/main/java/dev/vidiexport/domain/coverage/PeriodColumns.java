package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.List;

/** Finds the period of each row by its time. For one thread. */
final class PeriodColumns {
  /** No key of VidiCenter's: what was added tells no time. */
  private static final String ADDED = "";

  private final PeriodIndex periods;
  private final RowMoments moments;

  PeriodColumns(PeriodIndex periods, List<NumberedColumn> columns, Schema schema) {
    this.periods = periods;
    this.moments =
        new RowMoments(columns.stream().map(column -> column.key().orElse(ADDED)).toList(), schema);
  }

  /** Reads {@code periods}: {@link PeriodIndex#NONE} where a row is of none. */
  void read(RowBatch batch, CoverageScratch scratch) {
    moments.read(batch);
    int[] periodOfRow = scratch.periods;
    for (int row = 0; row < batch.rows(); row++) {
      periodOfRow[row] = moments.isTold(row) ? periods.of(moments.micros(row)) : PeriodIndex.NONE;
    }
  }
}

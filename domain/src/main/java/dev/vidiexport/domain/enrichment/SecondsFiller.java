package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;

/** Fills a column with the seconds of one that counts parts of them. */
final class SecondsFiller implements ColumnFiller {
  private final int column;
  private final int base;
  private final boolean isWhole;
  private final double parts;

  /**
   * Divides by so many parts.
   *
   * @param type {@link ColumnType#WHOLE} or {@link ColumnType#DECIMAL}
   */
  SecondsFiller(int column, int base, ColumnType type, int parts) {
    this.column = column;
    this.base = base;
    this.isWhole = type == ColumnType.WHOLE;
    this.parts = parts;
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      if (!batch.isNull(row, base)) {
        double value = isWhole ? batch.whole(row, base) : batch.decimal(row, base);
        into.putDouble(row, column, value / parts);
      }
    }
  }
}

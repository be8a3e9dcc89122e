package dev.vidiexport.app.tables;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.RowFiller;

/** Collects rows that a database reads. For one thread. */
final class BatchFiller implements RowFiller {
  private final Schema schema;
  private final RowBatchBuilder batch;

  BatchFiller(Schema schema) {
    this.schema = schema;
    this.batch = new RowBatchBuilder(schema);
  }

  /** Forgets what was collected. */
  void clear() {
    batch.clear();
  }

  /** What was collected since; valid until {@link #clear}. */
  RowBatch batch() {
    return batch.batch();
  }

  @Override
  public boolean isFull() {
    return batch.isFull();
  }

  @Override
  public void putWhole(int column, long value) {
    batch.putLong(column, value);
  }

  @Override
  public void putDecimal(int column, double value) {
    if (Double.isFinite(value)) {
      batch.putDouble(column, value);
    } else {
      batch.putNonFinite(column, value);
    }
  }

  @Override
  public void putTruth(int column, boolean value) {
    batch.putBoolean(column, value);
  }

  @Override
  public void putTimestampMicros(int column, long micros) {
    batch.putTimestampMicros(column, micros);
  }

  @Override
  public void putText(int column, String text) {
    if (schema.column(column).type() == ColumnType.NESTED) {
      batch.putJson(column, text);
    } else {
      batch.putText(column, text);
    }
  }

  @Override
  public void endRow() {
    batch.endRow();
  }
}

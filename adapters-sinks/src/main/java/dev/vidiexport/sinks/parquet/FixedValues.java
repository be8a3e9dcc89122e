package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import org.apache.parquet.column.statistics.Statistics;

/** The differences between columns whose values all take eight bytes. */
enum FixedValues {
  WHOLE {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = batch.whole(row, column);
        }
      }
      return next;
    }
  },
  TIMESTAMP {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = batch.timestampMicros(row, column);
        }
      }
      return next;
    }
  },
  DECIMAL {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = Double.doubleToRawLongBits(batch.decimal(row, column));
        }
      }
      return next;
    }

    @Override
    void summarize(long[] values, int size, Statistics<?> statistics) {
      for (int index = 0; index < size; index++) {
        statistics.updateStats(Double.longBitsToDouble(values[index]));
      }
    }
  };

  /**
   * Copies the values that are not null, as the eight bytes that Parquet writes.
   *
   * @return the index after the last one
   */
  abstract int copy(RowBatch batch, int column, int from, int to, long[] into, int at);

  /** Tells the smallest and the largest value. */
  void summarize(long[] values, int size, Statistics<?> statistics) {
    if (size == 0) {
      return;
    }
    long least = values[0];
    long most = values[0];
    for (int index = 1; index < size; index++) {
      least = Math.min(least, values[index]);
      most = Math.max(most, values[index]);
    }
    statistics.updateStats(least);
    statistics.updateStats(most);
  }
}

package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.util.List;

/** Rows whose coverage is counted; a value may be null, and stands for itself. */
final class CountedTable {
  private final Schema schema;
  private final RowBatchBuilder batch;
  private final CoverageCounter counter;

  CountedTable(CoverageRules rules, TimeWindow window, List<Column> columns) {
    schema = new Schema(columns);
    batch = new RowBatchBuilder(schema);
    counter = rules.counter(window, CoverageSamples.numbered(columns), schema);
  }

  static CountedTable of(CoverageRules rules, TimeWindow window, Column... columns) {
    return new CountedTable(rules, window, List.of(columns));
  }

  CountedTable row(Object... values) {
    for (int column = 0; column < values.length; column++) {
      if (values[column] != null) {
        put(column, values[column]);
      }
    }
    batch.endRow();
    if (batch.isFull()) {
      endBatch();
    }
    return this;
  }

  CountedTable endBatch() {
    counter.add(batch.batch());
    batch.clear();
    return this;
  }

  private void put(int column, Object value) {
    switch (schema.column(column).type()) {
      case WHOLE -> batch.putLong(column, ((Number) value).longValue());
      case TIMESTAMP -> batch.putTimestamp(column, LocalDateTime.parse((String) value));
      case BOOLEAN -> batch.putBoolean(column, (Boolean) value);
      case TEXT -> batch.putText(column, (String) value);
      case NESTED -> batch.putJson(column, (String) value);
      case DECIMAL -> {
        double number = ((Number) value).doubleValue();
        if (Double.isFinite(number)) {
          batch.putDouble(column, number);
        } else {
          batch.putNonFinite(column, number);
        }
      }
    }
  }

  SliceMeasures measures() {
    endBatch();
    return counter.measures();
  }
}

package dev.vidiexport.spi;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.List;

/**
 * Lends the rows of a table to a sink, batch by batch. One batch is used for all; between two
 * writes, and after the last, it holds rows that belong to nobody.
 */
final class RowFeeder {
  private final Schema schema;
  private final RowBatchBuilder builder;
  private final List<SampleValue> strangers;

  RowFeeder(Schema schema) {
    this.schema = schema;
    this.builder = new RowBatchBuilder(schema);
    this.strangers = schema.columns().stream().map(column -> stranger(column.type())).toList();
  }

  /** Writes all rows of a table of this feeder's schema. */
  void feed(Iterable<List<SampleValue>> rows, int rowsPerBatch, Sink sink) throws IOException {
    for (List<SampleValue> row : rows) {
      put(row);
      if (builder.isFull() || builder.batch().rows() == rowsPerBatch) {
        lend(sink);
      }
    }
    if (builder.batch().rows() > 0) {
      lend(sink);
    }
    builder.clear();
    put(strangers);
  }

  private void lend(Sink sink) throws IOException {
    RowBatch batch = builder.batch();
    int rows = batch.rows();
    sink.write(batch);
    builder.clear();
    for (int row = 0; row < rows; row++) {
      put(strangers);
    }
    builder.clear();
  }

  private void put(List<SampleValue> row) {
    for (int column = 0; column < schema.size(); column++) {
      row.get(column).putInto(builder, column);
    }
    builder.endRow();
  }

  private static SampleValue stranger(ColumnType type) {
    return switch (type) {
      case WHOLE, DECIMAL -> SampleValue.number("-987654321");
      case BOOLEAN -> SampleValue.truth(true);
      case TIMESTAMP -> SampleValue.text("1901-02-03 04:05:06");
      case NESTED -> SampleValue.nested("[\"stranger\"]");
      case TEXT -> SampleValue.text("stranger");
    };
  }
}

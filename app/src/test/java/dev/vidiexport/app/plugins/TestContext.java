package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** What a sink without options is given, when it writes one column to nowhere. */
record TestContext(SinkTarget target, Schema schema, SinkOptions options) implements SinkContext {
  static final Provenance PROVENANCE = new Provenance(Map.of(), Optional.empty(), 1, "0.1.0");

  private static final Schema SCHEMA = Schema.of(new Column("location_id", ColumnType.WHOLE));

  static SinkContext of(SinkProvider provider) {
    return new TestContext(
        new SinkTarget.Bytes(OutputStream.nullOutputStream(), Optional.empty()),
        SCHEMA,
        SinkOptions.of(provider, Map.of()));
  }

  static RowBatch oneRow() {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    batch.putLong(0, 1056);
    batch.endRow();
    return batch.batch();
  }
}

package dev.vidiexport.domain.export;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.function.Function;

/**
 * Knows the columns from an earlier answer, and opens the sink when the first row comes: an answer
 * that brings none needs no sink.
 */
final class AwaitingFirstRow implements RowStage {
  private final SchemaDiscovery discovery;
  private final Schema schema;
  private final Function<Schema, SinkPipeline> pipelines;

  AwaitingFirstRow(
      SchemaDiscovery discovery, Schema schema, Function<Schema, SinkPipeline> pipelines) {
    this.discovery = discovery;
    this.schema = schema;
    this.pipelines = pipelines;
  }

  @Override
  public RowStage value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    return open().value(column, kind, utf8, offset, length);
  }

  @Override
  public RowStage endRow(long bodyBytes) {
    return open().endRow(bodyBytes);
  }

  @Override
  public RowStage endRows() {
    return open().endRows();
  }

  private StreamingRows open() {
    return StreamingRows.open(discovery, schema, pipelines);
  }
}

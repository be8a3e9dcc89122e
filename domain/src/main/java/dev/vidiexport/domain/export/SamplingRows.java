package dev.vidiexport.domain.export;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.SampledRows;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.function.Function;

/**
 * Keeps the first rows until enough have been seen to determine the columns: rows may omit keys.
 */
final class SamplingRows implements RowStage {
  static final int SAMPLE_ROWS = 10_000;
  static final long SAMPLE_BODY_BYTES = 8L * 1024 * 1024;

  private final SchemaDiscovery discovery;
  private final Function<Schema, SinkPipeline> pipelines;
  private final SampledRows sample = new SampledRows();

  SamplingRows(SchemaDiscovery discovery, Function<Schema, SinkPipeline> pipelines) {
    this.discovery = discovery;
    this.pipelines = pipelines;
  }

  @Override
  public RowStage value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    sample.add(column, kind, utf8, offset, length);
    return this;
  }

  @Override
  public RowStage endRow(long bodyBytes) {
    sample.endRow();
    return sample.rows() >= SAMPLE_ROWS || bodyBytes >= SAMPLE_BODY_BYTES ? endRows() : this;
  }

  @Override
  public RowStage endRows() {
    StreamingRows streaming = StreamingRows.openSampled(discovery, pipelines);
    sample.replay(
        new SampledRows.Visitor() {
          @Override
          public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
            discovery.observe(column, kind, utf8, offset, length);
            streaming.putFitting(column);
          }

          @Override
          public void endRow() {
            streaming.endRow();
          }
        });
    return streaming;
  }
}

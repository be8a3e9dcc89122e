package dev.vidiexport.domain.export;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.ValueKind;
import dev.vidiexport.spi.Provenance;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Hands the rows to a sink whose columns are known, as long as they keep to those. */
final class StreamingRows implements RowStage {
  private static final int NOT_IN_SCHEMA = -1;

  private final SchemaDiscovery discovery;
  private final Schema schema;
  private final SinkPipeline pipeline;
  private final Map<String, Integer> schemaColumnOfName = new HashMap<>();
  private final BitSet untyped = new BitSet();
  private boolean hasUntyped;
  private int[] schemaColumns = new int[0];
  private RowBatchBuilder batch;

  private StreamingRows(SchemaDiscovery discovery, Schema schema, SinkPipeline pipeline) {
    this.discovery = discovery;
    this.schema = schema;
    this.pipeline = pipeline;
    for (int column = 0; column < schema.size(); column++) {
      schemaColumnOfName.put(schema.column(column).name(), column);
    }
    this.batch = pipeline.empty();
  }

  static StreamingRows open(
      SchemaDiscovery discovery, Schema schema, Function<Schema, SinkPipeline> pipelines) {
    return new StreamingRows(discovery, schema, pipelines.apply(schema));
  }

  /**
   * Opens a sink for columns found in a sample, in which some of them may have been null
   * throughout.
   */
  static StreamingRows openSampled(
      SchemaDiscovery discovery, Function<Schema, SinkPipeline> pipelines) {
    StreamingRows streaming = open(discovery, discovery.schema(), pipelines);
    for (int column = 0; column < discovery.size(); column++) {
      streaming.untyped.set(column, discovery.isUntyped(column));
    }
    streaming.hasUntyped = !streaming.untyped.isEmpty();
    return streaming;
  }

  @Override
  public RowStage value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    int schemaColumn = schemaColumn(column);
    if (schemaColumn == NOT_IN_SCHEMA) {
      return giveUp("the key " + QuotedText.of(discovery.name(column)) + " appeared late");
    }
    boolean fits = kind == ValueKind.NULL || staysText(column);
    return fits && discovery.store(batch, schemaColumn)
        ? this
        : giveUp("a value of " + QuotedText.of(discovery.name(column)) + " is of another type");
  }

  /** A column that was null throughout was taken for text; its first value may say otherwise. */
  private boolean staysText(int column) {
    return !hasUntyped || !untyped.get(column) || discovery.type(column) == ColumnType.TEXT;
  }

  /** Puts the value observed last, which was seen before the columns were known, so it fits. */
  void putFitting(int column) {
    if (!discovery.store(batch, schemaColumn(column))) {
      throw new IllegalStateException(
          "A sampled value does not fit the column " + discovery.name(column));
    }
  }

  private int schemaColumn(int column) {
    if (column >= schemaColumns.length) {
      int known = schemaColumns.length;
      schemaColumns = Arrays.copyOf(schemaColumns, discovery.size());
      for (int index = known; index < schemaColumns.length; index++) {
        schemaColumns[index] =
            schemaColumnOfName.getOrDefault(discovery.outputName(index), NOT_IN_SCHEMA);
      }
    }
    return schemaColumns[column];
  }

  @Override
  public RowStage endRow(long bodyBytes) {
    endRow();
    return this;
  }

  void endRow() {
    batch.endRow();
    if (batch.isFull()) {
      pipeline.full(batch);
      batch = pipeline.empty();
    }
  }

  @Override
  public RowStage endRows() {
    return discovery.agreesWith(schema)
        ? this
        : giveUp("these rows need other columns than those before");
  }

  @Override
  public RowStage giveUp(String reason) {
    pipeline.abandon();
    return new DiscoveringOnly(reason);
  }

  @Override
  public Optional<StreamingRows> streaming() {
    return Optional.of(this);
  }

  /** Writes the last rows and has the output completed. */
  void commit(Provenance provenance) {
    pipeline.full(batch);
    pipeline.commit(provenance);
  }

  /** How many of the rows were not to be written; once they have been committed. */
  long droppedRows() {
    return pipeline.droppedRows();
  }

  Schema schema() {
    return schema;
  }
}

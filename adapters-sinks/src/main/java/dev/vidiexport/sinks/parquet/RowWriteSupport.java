package dev.vidiexport.sinks.parquet;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Tells Parquet how rows become records, and in the end what stands in the footer. */
final class RowWriteSupport extends WriteSupport<CurrentRow> {
  private final MessageType schema;
  private final List<String> names;
  private final Map<String, String> footer = new HashMap<>();
  private @Nullable RecordConsumer record;

  RowWriteSupport(MessageType schema, List<String> names) {
    this.schema = schema;
    this.names = names;
  }

  /** Adds to the footer, as long as the file has not been completed. */
  void addToFooter(Map<String, String> entries) {
    footer.putAll(entries);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("There is no Hadoop here");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    record = recordConsumer;
  }

  @Override
  public void write(CurrentRow row) {
    row.handTo(requireNonNull(record, "record must not be null"), names);
  }

  @Override
  public FinalizedWriteContext finalizeWrite() {
    return new FinalizedWriteContext(footer);
  }
}

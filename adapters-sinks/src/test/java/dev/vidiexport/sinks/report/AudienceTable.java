package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkRequest;
import dev.vidiexport.spi.SinkTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Rows of an export, which any sink can be given. */
public final class AudienceTable {
  private final List<Column> columns;
  private final List<List<Object>> rows = new ArrayList<>();
  private final Optional<SinkRequest> request;
  private int batchRows = Integer.MAX_VALUE;

  /** No rows so far. */
  public AudienceTable(List<Column> columns, Optional<SinkRequest> request) {
    this.columns = List.copyOf(columns);
    this.request = request;
  }

  /** A row; null for what has no value. */
  public void add(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "values must be as many as columns, but were " + Arrays.toString(values));
    }
    rows.add(Arrays.asList(values));
  }

  /** The same rows in another order and other batches. */
  public AudienceTable shuffled(Random random) {
    AudienceTable other = new AudienceTable(columns, request);
    other.rows.addAll(rows);
    Collections.shuffle(other.rows, random);
    other.batchRows = 1 + random.nextInt(rows.size());
    return other;
  }

  /** The same rows of another request, or of none that is known. */
  public AudienceTable of(Optional<SinkRequest> other) {
    AudienceTable table = new AudienceTable(columns, other);
    table.rows.addAll(rows);
    return table;
  }

  /** What VidiCenter was asked for. */
  public Map<String, String> arguments() {
    return request.map(SinkRequest::arguments).orElse(Map.of());
  }

  /** What a sink writes of it. */
  public byte[] written(SinkProvider provider, Map<String, String> options) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(provider.open(context(provider, options, bytes)));
    return bytes.toByteArray();
  }

  /** What a sink is given that writes to a stream. */
  public SinkContext context(
      SinkProvider provider, Map<String, String> options, ByteArrayOutputStream bytes) {
    return new Context(
        new SinkTarget.Bytes(bytes, Optional.empty()),
        new Schema(columns),
        SinkOptions.of(provider, options),
        request);
  }

  /** Gives all rows to a sink, and closes it. */
  public void write(Sink opened) throws IOException {
    try (Sink sink = opened) {
      RowBatchBuilder batch = new RowBatchBuilder(new Schema(columns));
      for (List<Object> row : rows) {
        put(batch, row);
        if (batch.isFull() || batch.batch().rows() == batchRows) {
          sink.write(batch.batch());
          batch.clear();
        }
      }
      sink.write(batch.batch());
      sink.commit(
          new Provenance(arguments(), Optional.of("2024-03-20 05:00:00"), rows.size(), "0.1.0"));
    }
  }

  private void put(RowBatchBuilder batch, List<Object> row) {
    for (int column = 0; column < row.size(); column++) {
      Object value = row.get(column);
      if (value != null) {
        switch (columns.get(column).type()) {
          case WHOLE -> batch.putLong(column, ((Number) value).longValue());
          case DECIMAL -> batch.putDouble(column, ((Number) value).doubleValue());
          case BOOLEAN -> batch.putBoolean(column, (Boolean) value);
          case TIMESTAMP -> batch.putTimestamp(column, (LocalDateTime) value);
          case TEXT, NESTED -> batch.putText(column, (String) value);
        }
      }
    }
    batch.endRow();
  }

  private record Context(
      SinkTarget target, Schema schema, SinkOptions options, Optional<SinkRequest> request)
      implements SinkContext {}
}

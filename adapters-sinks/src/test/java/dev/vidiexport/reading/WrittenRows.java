package dev.vidiexport.reading;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.sinks.json.JsonSinkProvider;
import dev.vidiexport.sinks.parquet.ParquetSinkProvider;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rows for a file of a history, as a sync would write it. Immutable.
 *
 * @param columns with their numbers
 * @param rows each with a value for each column
 */
record WrittenRows(List<NumberedColumn> columns, List<List<SampleValue>> rows) {
  private static final List<SinkProvider> PROVIDERS =
      List.of(
          new CsvSinkProvider(),
          new JsonSinkProvider(),
          new JsonLinesSinkProvider(),
          new ParquetSinkProvider());

  /** The provider of a format. */
  static SinkProvider provider(String format) {
    return PROVIDERS.stream()
        .filter(provider -> provider.format().equals(format))
        .findFirst()
        .orElseThrow();
  }

  Schema schema() {
    return ExpectedColumns.schema(columns);
  }

  /** Where a format does not take numbers that are not finite, a run gives it nulls. */
  WrittenRows forFormat(FileFormat format) {
    return provider(format.name()).takesNonFinite()
        ? this
        : new WrittenRows(
            columns,
            rows.stream()
                .map(row -> row.stream().map(WrittenRows::finiteOrNull).toList())
                .toList());
  }

  private static SampleValue finiteOrNull(SampleValue value) {
    boolean isNonFinite =
        value.kind() == SampleValue.Kind.NUMBER
            && List.of("NaN", "Infinity", "-Infinity").contains(value.characters());
    return isNonFinite ? SampleValue.nothing() : value;
  }

  /** The file. */
  byte[] bytes(FileFormat format) throws IOException {
    SinkProvider provider = provider(format.name());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SinkContext context =
        new Context(
            new SinkTarget.Bytes(bytes, Optional.empty()),
            schema(),
            SinkOptions.of(provider, format.options()),
            columns);
    RowBatchBuilder batch = new RowBatchBuilder(schema());
    try (Sink sink = provider.open(context)) {
      for (List<SampleValue> row : rows) {
        put(row, batch);
        if (batch.isFull()) {
          sink.write(batch.batch());
          batch.clear();
        }
      }
      sink.write(batch.batch());
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows.size(), "0.1.0"));
    }
    return bytes.toByteArray();
  }

  private static void put(List<SampleValue> row, RowBatchBuilder batch) {
    for (int column = 0; column < row.size(); column++) {
      row.get(column).putInto(batch, column);
    }
    batch.endRow();
  }

  /** The fingerprint that a sync would note. */
  String fingerprint() {
    RowBatchBuilder batch = new RowBatchBuilder(schema());
    RowFingerprint fingerprint = RowFingerprint.ofKeys(schema(), keys(columns));
    for (List<SampleValue> row : rows) {
      put(row, batch);
      if (batch.isFull()) {
        fingerprint.add(batch.batch());
        batch.clear();
      }
    }
    fingerprint.add(batch.batch());
    return fingerprint.hex();
  }

  /** The rows as {@link ReadRows} tells them. */
  List<List<Object>> told() {
    List<List<Object>> all = new ArrayList<>();
    RowBatchBuilder batch = new RowBatchBuilder(schema());
    for (List<SampleValue> row : rows) {
      batch.clear();
      put(row, batch);
      RowBatch one = batch.batch();
      all.add(ReadRows.row(one, 0));
    }
    return all;
  }

  static List<Optional<String>> keys(List<NumberedColumn> columns) {
    return columns.stream().map(NumberedColumn::key).toList();
  }

  private record Context(
      SinkTarget target, Schema schema, SinkOptions options, List<NumberedColumn> columns)
      implements SinkContext {
    @Override
    public OptionalInt columnNumber(int column) {
      return OptionalInt.of(columns.get(column).number());
    }

    @Override
    public String receivedName(int column) {
      return columns.get(column).key().orElse(columns.get(column).name());
    }
  }
}

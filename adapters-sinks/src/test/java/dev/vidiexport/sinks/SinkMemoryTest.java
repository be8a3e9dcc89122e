package dev.vidiexport.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.sinks.json.JsonSinkProvider;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However long an export is, a sink holds back a few buffers of it and no more. */
class SinkMemoryTest {
  private static final int BATCHES = 40;
  private static final int MOST_HELD_BACK_BYTES = 64 * 1024;

  static Stream<SinkProvider> providers() {
    return Stream.of(new CsvSinkProvider(), new JsonSinkProvider(), new JsonLinesSinkProvider());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void handsOnWhatItWritesAsTheRowsCome(SinkProvider provider) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Schema schema =
        Schema.of(new Column("row", ColumnType.WHOLE), new Column("mixed", ColumnType.TEXT));
    RowBatchBuilder builder = new RowBatchBuilder(schema);

    int handedOn;
    try (Sink sink = provider.open(context(provider, bytes, schema))) {
      for (int batch = 0; batch < BATCHES; batch++) {
        builder.clear();
        fill(builder);
        sink.write(builder.batch());
      }
      handedOn = bytes.size();
      sink.commit(
          new Provenance(
              Map.of(), Optional.empty(), (long) BATCHES * RowBatchBuilder.MAX_ROWS, "0.1.0"));
    }

    assertThat(bytes.size()).isGreaterThan(20 * MOST_HELD_BACK_BYTES);
    assertThat(handedOn).isGreaterThan(bytes.size() - MOST_HELD_BACK_BYTES);
  }

  private static void fill(RowBatchBuilder builder) {
    for (int row = 0; row < RowBatchBuilder.MAX_ROWS; row++) {
      builder.putLong(0, row);
      builder.putJson(1, "[1.50]");
      builder.endRow();
    }
  }

  private static SinkContext context(
      SinkProvider provider, ByteArrayOutputStream bytes, Schema schema) {
    return new Context(
        new SinkTarget.Bytes(bytes, Optional.empty()), schema, SinkOptions.of(provider, Map.of()));
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}

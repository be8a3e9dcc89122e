package dev.vidiexport.sinks.json;

import com.squareup.moshi.JsonWriter;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.text.ByteOutput;
import dev.vidiexport.sinks.text.TimestampWriter;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import okio.BufferedSink;
import okio.Okio;

/** Writes rows as JSON objects. */
final class JsonSink implements Sink {
  private final ByteOutput output;
  private final RowLayout layout;
  private final BufferedSink characters;
  private final JsonWriter json;
  private final TimestampWriter[] timestamps;
  private boolean hasRows;

  private JsonSink(ByteOutput output, RowLayout layout, Schema schema, SinkOptions options) {
    this.output = output;
    this.layout = layout;
    this.timestamps = TimestampWriter.forColumns(schema);
    this.characters = Okio.buffer(Okio.sink(output.stream()));
    this.json = JsonWriter.of(characters);
    json.setSerializeNulls(options.text(JsonOptions.NULLS.name()).equals("keep"));
    // Lets objects follow each other at the top level; what stands between them is the layout's.
    json.setLenient(true);
  }

  static JsonSink open(SinkContext context, RowLayout layout) throws IOException {
    return new JsonSink(ByteOutput.open(context), layout, context.schema(), context.options());
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      characters.writeUtf8(hasRows ? layout.between() : layout.beforeFirst());
      hasRows = true;
      writeObject(rows, row);
    }
  }

  private void writeObject(RowBatch rows, int row) throws IOException {
    Schema schema = rows.schema();
    json.beginObject();
    for (int column = 0; column < schema.size(); column++) {
      json.name(schema.column(column).name());
      if (rows.isNull(row, column)) {
        json.nullValue();
      } else {
        writeValue(rows, row, column);
      }
    }
    json.endObject();
  }

  private void writeValue(RowBatch rows, int row, int column) throws IOException {
    switch (rows.schema().column(column).type()) {
      case WHOLE -> json.value(rows.whole(row, column));
      case DECIMAL -> json.value(rows.decimal(row, column));
      case BOOLEAN -> json.value(rows.truth(row, column));
      case TIMESTAMP -> json.value(timestamps[column].write(rows.timestampMicros(row, column)));
      case NESTED -> writeAsReceived(rows.text(row, column));
      case TEXT -> {
        String text = rows.text(row, column);
        if (rows.isQuoted(row, column)) {
          json.value(text);
        } else {
          writeAsReceived(text);
        }
      }
    }
  }

  /** Writes what is JSON already, character for character. */
  private void writeAsReceived(String text) throws IOException {
    try (BufferedSink value = json.valueSink()) {
      value.writeUtf8(text);
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    characters.writeUtf8(hasRows ? layout.afterLast() : layout.instead());
    characters.flush();
    output.finish();
  }

  @Override
  public void close() {
    // Closing the writer would write what it still holds, and close the host's stream.
    characters.getBuffer().clear();
    output.release();
  }
}

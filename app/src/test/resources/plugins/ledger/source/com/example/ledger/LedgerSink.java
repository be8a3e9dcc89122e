package com.example.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Calls every method that a sink may call, so that none can go unnoticed. */
final class LedgerSink implements Sink {
  private final Schema schema;
  private final SinkOptions options;
  private final OutputStream out;
  private final String separator;
  private byte[] text = new byte[64];

  LedgerSink(SinkContext context) throws IOException {
    schema = context.schema();
    options = context.options();
    separator = String.valueOf(options.character("separator"));
    SinkTarget.Bytes target = (SinkTarget.Bytes) context.target();
    out = target.stream();
    if (options.find("title").isPresent()) {
      write(
          options.text("title") + target.extension().map(given -> " ." + given).orElse("") + "\n");
    }
  }

  private void write(String characters) throws IOException {
    out.write(characters.getBytes(UTF_8));
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      write(" ".repeat((int) options.whole("indent")));
      for (int column = 0; column < rows.schema().size(); column++) {
        write(column == 0 ? "" : separator);
        writeName(schema.column(column));
        writeValue(rows, row, column);
      }
      write("\n");
    }
  }

  private void writeName(Column column) throws IOException {
    if (options.text("names").equals("show")) {
      write(column.name() + ":" + column.type().label() + "=");
    }
  }

  private void writeValue(RowBatch rows, int row, int column) throws IOException {
    if (rows.isNull(row, column)) {
      write("nothing");
      return;
    }
    ColumnType type = schema.columns().get(column).type();
    switch (type) {
      case WHOLE -> write(Long.toString(rows.whole(row, column)));
      case DECIMAL -> write(Double.toString(rows.decimal(row, column)));
      case BOOLEAN -> write(Boolean.toString(rows.truth(row, column)));
      case TIMESTAMP ->
          write(rows.timestamp(row, column) + "/" + rows.timestampMicros(row, column));
      case TEXT ->
          write((rows.isQuoted(row, column) ? "quoted " : "bare ") + rows.text(row, column));
      case NESTED -> writeText(rows, row, column);
    }
  }

  private void writeText(RowBatch rows, int row, int column) throws IOException {
    int length = rows.textLength(row, column);
    if (text.length < length) {
      text = new byte[length];
    }
    out.write(text, 0, rows.copyText(row, column, text, 0));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    if (options.flag("request")) {
      for (Map.Entry<String, String> argument : provenance.request().entrySet()) {
        write(argument.getKey() + "=" + argument.getValue() + "\n");
      }
    }
    write(
        "%s rows of %s by version %s\n"
            .formatted(
                provenance.rows(),
                provenance.creationDate().orElse("an unknown day"),
                provenance.programVersion().isEmpty() ? "?" : "known"));
    out.flush();
  }

  @Override
  public void close() {
    // The stream is the host's.
  }
}

package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.text.ByteOutput;
import dev.vidiexport.sinks.text.TimestampWriting;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Locale;

/** Writes rows as CSV. */
final class CsvSink implements Sink {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final ByteOutput output;
  private final Writer writer;
  private final CsvLines lines;
  private final FormulaGuard formulas;
  private final TimestampWriting timestamps = new TimestampWriting();

  private CsvSink(ByteOutput output, SinkOptions options) {
    this.output = output;
    // An encoder of one's own refuses half a surrogate pair; a charset would write '?' instead.
    this.writer = new BufferedWriter(new OutputStreamWriter(output.stream(), UTF_8.newEncoder()));
    this.lines = new CsvLines(writer, options);
    this.formulas = FormulaGuard.valueOf(options.text("formulas").toUpperCase(Locale.ROOT));
  }

  static CsvSink open(SinkContext context) throws IOException {
    ByteOutput output = ByteOutput.open(context);
    CsvSink sink = new CsvSink(output, context.options());
    try {
      sink.begin(context.schema(), context.options().flag("bom"));
    } catch (IOException | RuntimeException e) {
      sink.close();
      throw e;
    }
    return sink;
  }

  private void begin(Schema schema, boolean withByteOrderMark) throws IOException {
    if (withByteOrderMark) {
      writer.write(BYTE_ORDER_MARK);
    }
    for (Column column : schema.columns()) {
      lines.field(formulas.guarded(column.name()));
    }
    lines.endLine();
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    int columns = rows.schema().size();
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        lines.field(rows.isNull(row, column) ? null : fieldOf(rows, row, column));
      }
      lines.endLine();
    }
  }

  private String fieldOf(RowBatch rows, int row, int column) {
    return switch (rows.schema().column(column).type()) {
      case WHOLE -> Long.toString(rows.whole(row, column));
      case DECIMAL -> Double.toString(rows.decimal(row, column));
      case BOOLEAN -> Boolean.toString(rows.truth(row, column));
      case TIMESTAMP -> timestamps.write(rows.timestampMicros(row, column));
      case NESTED -> rows.text(row, column);
      case TEXT ->
          rows.isQuoted(row, column)
              ? formulas.guarded(rows.text(row, column))
              : rows.text(row, column);
    };
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    writer.flush();
    output.finish();
  }

  @Override
  public void close() {
    // Closing the writer would write what it still holds, and close the host's stream.
    output.release();
  }
}

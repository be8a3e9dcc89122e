package dev.vidiexport.sinks.csv;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.text.ByteOutput;
import dev.vidiexport.sinks.text.ByteWriter;
import dev.vidiexport.sinks.text.TimestampWriter;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.util.Locale;

/** Writes rows as CSV. */
final class CsvSink implements Sink {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final ColumnType[] types;
  private final TimestampWriter[] timestamps;
  private final ByteOutput output;
  private final ByteWriter writer;
  private final CsvLines lines;
  private final FormulaGuard formulas;

  private CsvSink(Schema schema, ByteOutput output, SinkOptions options) {
    this.types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.timestamps = TimestampWriter.forColumns(schema);
    this.output = output;
    this.writer = new ByteWriter(output.stream());
    this.lines = new CsvLines(writer, options);
    this.formulas = FormulaGuard.valueOf(options.text("formulas").toUpperCase(Locale.ROOT));
  }

  static CsvSink open(SinkContext context) throws IOException {
    ByteOutput output = ByteOutput.open(context);
    CsvSink sink = new CsvSink(context.schema(), output, context.options());
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
      writer.put(String.valueOf(BYTE_ORDER_MARK));
    }
    for (Column column : schema.columns()) {
      lines.field(formulas.guarded(column.name()));
    }
    lines.endLine();
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < types.length; column++) {
        if (rows.isNull(row, column)) {
          lines.field(null);
        } else {
          writeValue(rows, row, column, types[column]);
        }
      }
      lines.endLine();
    }
  }

  private void writeValue(RowBatch rows, int row, int column, ColumnType type) throws IOException {
    switch (type) {
      case WHOLE -> lines.field(rows.whole(row, column));
      case DECIMAL -> lines.field(rows.decimal(row, column));
      case BOOLEAN -> lines.field(Boolean.toString(rows.truth(row, column)));
      case TIMESTAMP -> lines.timestamp(rows.timestampMicros(row, column), timestamps[column]);
      case NESTED -> lines.text(rows, row, column);
      case TEXT -> {
        if (formulas == FormulaGuard.GUARD && rows.isQuoted(row, column)) {
          lines.field(formulas.guarded(rows.text(row, column)));
        } else {
          lines.text(rows, row, column);
        }
      }
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    writer.drain();
    output.finish();
  }

  @Override
  public void close() {
    output.release();
  }
}

package {{package}};

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a line a row, tabs between values, and {@code \N} for null. */
final class {{Name}}Sink implements Sink {
  private final List<Column> columns;
  private final Writer out;

  {{Name}}Sink(SinkContext context) throws IOException {
    columns = context.schema().columns();
    SinkTarget.Bytes target = (SinkTarget.Bytes) context.target();
    // With an encoder of its own the writer refuses what is not Unicode, and writes no '?'.
    out = new BufferedWriter(new OutputStreamWriter(target.stream(), UTF_8.newEncoder()));
    if (context.options().flag("header")) {
      String names =
          columns.stream().map(column -> escaped(column.name())).collect(Collectors.joining("\t"));
      out.write(names + "\n");
    }
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        out.write(column == 0 ? "" : "\t");
        out.write(rows.isNull(row, column) ? "\\N" : valueOf(rows, row, column));
      }
      out.write("\n");
    }
  }

  private String valueOf(RowBatch rows, int row, int column) {
    return switch (columns.get(column).type()) {
      case WHOLE -> Long.toString(rows.whole(row, column));
      case DECIMAL -> Double.toString(rows.decimal(row, column));
      case BOOLEAN -> Boolean.toString(rows.truth(row, column));
      case TIMESTAMP -> rows.timestamp(row, column).toString();
      case TEXT, NESTED -> escaped(rows.text(row, column));
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** Makes the output complete; a footer would be written here. */
  @Override
  public void commit(Provenance provenance) throws IOException {
    out.flush();
  }

  @Override
  public void close() {
    // Nothing is held but memory. Closing the writer would write the rest of a failed attempt.
  }
}

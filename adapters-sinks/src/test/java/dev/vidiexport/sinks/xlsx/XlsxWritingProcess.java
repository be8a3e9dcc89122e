package dev.vidiexport.sinks.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes many rows in a Java process of its own, with options of Java's that are given. */
final class XlsxWritingProcess {
  private static final long MICROS_PER_HOUR = 3_600_000_000L;
  private static final Schema SCHEMA =
      Schema.of(
          new Column("row", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("text", ColumnType.TEXT));

  private XlsxWritingProcess() {}

  /** All that a process prints, on both streams, while it writes. */
  static String run(List<String> javaOptions, Path file, int rows) throws IOException {
    Process process =
        new ProcessBuilder(
                JavaCommand.of(
                    XlsxWritingProcess.class, javaOptions, file.toString(), Integer.toString(rows)))
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[1]);
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]));
        XlsxSink sink =
            new XlsxSink(
                StreamContext.of(file, SCHEMA), SheetLimits.MOST_ROWS, SheetLimits.MOST_BYTES)) {
      for (int row = 1; row <= rows; row++) {
        batch.putLong(0, row);
        batch.putTimestampMicros(1, row * MICROS_PER_HOUR);
        batch.putText(2, "text " + row);
        batch.endRow();
        if (batch.isFull() || row == rows) {
          sink.write(batch.batch());
          batch.clear();
        }
      }
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows, "0.1.0"));
    }
    System.out.println("written");
  }
}

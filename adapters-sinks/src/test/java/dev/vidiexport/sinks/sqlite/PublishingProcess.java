package dev.vidiexport.sinks.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Java process of its own that has put rows in place, and is yet to commit them. */
final class PublishingProcess {
  static final String PLACED = "placed";

  private static final int ROWS = 100_000;
  private static final SliceColumn COLUMN =
      new SliceColumn(1, new Column("value", ColumnType.TEXT));

  private PublishingProcess() {}

  /** Starts it, and returns when the rows are in place. */
  static Process start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(JavaCommand.of(PublishingProcess.class, List.of(), file.toString()))
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder all = new StringBuilder();
    String line = said.readLine();
    while (line != null && !line.equals(PLACED)) {
      all.append(line).append('\n');
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("the process said " + all);
    }
    return process;
  }

  public static void main(String[] arguments) throws IOException {
    DatabaseFile file = DatabaseFile.of(Path.of(arguments[0])).ofHistory();
    SliceContext context = new SliceContext(Histories.VIEWERS, Histories.FIRST, List.of(COLUMN));
    try (SqliteSliceSink sink = SqliteSliceSink.open(file, Histories.LEDGER, context)) {
      RowBatchBuilder batch = new RowBatchBuilder(Schema.of(COLUMN.column()));
      for (int row = 1; row <= ROWS; row++) {
        batch.putText(0, "a text that takes some place " + row);
        batch.endRow();
        if (batch.isFull() || row == ROWS) {
          sink.write(batch.batch());
          batch.clear();
        }
      }
      sink.commit(new Provenance(Map.of(), Optional.empty(), ROWS, "0.1.0"));
      try (SqliteTransaction transaction =
          sink.replaced(new CommittedSlice(Histories.FIRST, 2, ROWS, "f2"), List.of(COLUMN))) {
        System.out.println(PLACED);
        if (System.in.read() >= 0) {
          transaction.commit();
        }
      }
    }
  }
}

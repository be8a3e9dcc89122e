package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of the sink, as the program makes them, and what SQL finds afterwards. */
public final class Exports {
  /** A table of two columns, as VidiCenter sends them. */
  static final SampleTable VIEWERS =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP))
          .withRow(SampleValue.number("1056"), SampleValue.text("2016-04-29 10:00:00"))
          .withRow(SampleValue.number("1057"), SampleValue.nothing());

  private static final SqliteSinkProvider PROVIDER = new SqliteSinkProvider();

  private Exports() {}

  static void check(Path file, Map<String, String> options) throws IOException {
    PROVIDER.check(new SinkCheck(SinkOptions.of(PROVIDER, options), Optional.of(file.toString())));
  }

  static Sink open(Path file, Schema schema, Map<String, String> options) throws IOException {
    SinkOptions values = SinkOptions.of(PROVIDER, options);
    return PROVIDER.open(new Context(new SinkTarget.External(file.toString()), schema, values));
  }

  /** Writes a table into a file. */
  public static void write(Path file, SampleTable table, Map<String, String> options)
      throws IOException {
    try (Sink sink = open(file, table.schema(), options)) {
      feed(table, sink);
      sink.commit(provenance(table));
    }
  }

  static Provenance provenance(SampleTable table) {
    return new Provenance(Map.of(), Optional.empty(), table.rows().size(), "0.1.0");
  }

  static void feed(SampleTable table, Sink sink) throws IOException {
    RowBatch batch = batch(table);
    if (batch.rows() > 0) {
      sink.write(batch);
    }
  }

  static RowBatch batch(SampleTable table) {
    RowBatchBuilder batch = new RowBatchBuilder(table.schema());
    for (List<SampleValue> row : table.rows()) {
      for (int column = 0; column < row.size(); column++) {
        row.get(column).putInto(batch, column);
      }
      batch.endRow();
    }
    return batch.batch();
  }

  /** Values as SQLite writes them, joined with bars, a line a row. */
  static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}

package com.example.duckdb;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
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
final class Exports {
  /** A table of two columns, as VidiCenter sends them. */
  static final SampleTable VIEWERS =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP))
          .withRow(SampleValue.number("1056"), SampleValue.text("2016-04-29 10:00:00"))
          .withRow(SampleValue.number("1057"), SampleValue.nothing());

  private static final DuckDbSinkProvider PROVIDER = new DuckDbSinkProvider();

  private Exports() {}

  static void check(Path file, Map<String, String> options) throws IOException {
    PROVIDER.check(new SinkCheck(SinkOptions.of(PROVIDER, options), Optional.of(file.toString())));
  }

  static Sink open(Path file, Schema schema, Map<String, String> options) throws IOException {
    SinkOptions values = SinkOptions.of(PROVIDER, options);
    return PROVIDER.open(new Context(new SinkTarget.External(file.toString()), schema, values));
  }

  static void write(Path file, SampleTable table, Map<String, String> options) throws IOException {
    try (Sink sink = open(file, table.schema(), options)) {
      feed(table, sink);
      sink.commit(provenance(table.rows().size()));
    }
  }

  static Provenance provenance(long rows) {
    return new Provenance(Map.of(), Optional.empty(), rows, "0.1.0");
  }

  /** The rows of a table, until they are as many as wanted. */
  static void feedAgain(SampleTable table, int rows, Sink sink) throws IOException {
    for (int fed = 0; fed < rows; fed += table.rows().size()) {
      feed(table, sink);
    }
  }

  static void feed(SampleTable table, Sink sink) throws IOException {
    RowBatchBuilder batch = new RowBatchBuilder(table.schema());
    for (List<SampleValue> row : table.rows()) {
      for (int column = 0; column < row.size(); column++) {
        row.get(column).putInto(batch, column);
      }
      batch.endRow();
    }
    if (batch.batch().rows() > 0) {
      sink.write(batch.batch());
    }
  }

  /** Values as DuckDB writes them, joined with bars, a line a row. */
  static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
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
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}

package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs of the sink, as the program makes them, for a user with a schema of its own.
 *
 * @param server where they go
 * @param address of the database, with the user
 * @param schema the user's own
 */
record Exports(PostgresServer server, String address, String schema) {
  /** A table of two columns, as VidiCenter sends them. */
  static final SampleTable VIEWERS =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP))
          .withRow(SampleValue.number("1056"), SampleValue.text("2016-04-29 10:00:00"))
          .withRow(SampleValue.number("1057"), SampleValue.nothing());

  static final Map<String, String> TO_VIEWERS = Map.of("table", "viewers");
  static final Map<String, String> APPENDING = Map.of("table", "viewers", "mode", "append");
  static final Map<String, String> REPLACING = Map.of("table", "viewers", "mode", "replace");

  private static final Duration LOCK_PATIENCE = Duration.ofMillis(50);

  private static final int MANY_BATCHES = 500;

  private static int users;

  /** Of a new user. */
  static Exports of(PostgresServer server) {
    users++;
    String user = "exporter_" + users;
    server.makeUser(user, "unused", PostgresServer.OPEN);
    return new Exports(server, server.address(user, PostgresServer.OPEN), user);
  }

  /** The same by another way to the server. */
  Exports by(String otherAddress) {
    return new Exports(server, otherAddress, schema);
  }

  static PostgresqlSinkProvider provider(Map<String, String> environment) {
    return new PostgresqlSinkProvider(new SettingsSearch(environment, LOCK_PATIENCE));
  }

  void check(Map<String, String> options) throws IOException {
    check(options, Map.of());
  }

  void check(Map<String, String> options, Map<String, String> environment) throws IOException {
    PostgresqlSinkProvider provider = provider(environment);
    provider.check(new SinkCheck(SinkOptions.of(provider, options), Optional.of(address)));
  }

  Sink open(Schema rows, Map<String, String> options) throws IOException {
    PostgresqlSinkProvider provider = provider(Map.of());
    return provider.open(
        new Context(new SinkTarget.External(address), rows, SinkOptions.of(provider, options)));
  }

  void write(SampleTable table, Map<String, String> options) throws IOException {
    try (Sink sink = open(table.schema(), options)) {
      feed(table, sink);
      commit(sink, table);
    }
  }

  static void commit(Sink sink, SampleTable table) throws IOException {
    sink.commit(new Provenance(Map.of(), Optional.empty(), table.rows().size(), "0.1.0"));
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

  /** Batches of one row of two columns, as often as it takes to send more than all buffers hold. */
  static void feedMany(Sink sink) throws IOException {
    RowBatchBuilder batch = new RowBatchBuilder(VIEWERS.schema());
    while (batch.batch().rows() < RowBatchBuilder.MAX_ROWS) {
      VIEWERS.rows().get(0).get(0).putInto(batch, 0);
      batch.endRow();
    }
    for (int batches = 0; batches < MANY_BATCHES; batches++) {
      sink.write(batch.batch());
    }
  }

  /** Values as PostgreSQL's client writes them, joined with bars, a line a row. */
  List<String> query(String sql) {
    return server.query(PostgresServer.OPEN, "SET search_path = \"%s\"; %s".formatted(schema, sql));
  }

  /** Runs statements as the owner of the server, in the user's schema. */
  void execute(String... statements) {
    query(String.join(";\n", statements));
  }

  /** Waits until the server has let go of the user's connections. */
  void awaitNobody() {
    execute(
        ("DO $$ BEGIN WHILE EXISTS (SELECT 1 FROM pg_stat_activity WHERE usename = '%s') LOOP"
                + " PERFORM pg_sleep(0.01); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$")
            .formatted(schema));
  }

  /** Makes a table that the user owns. */
  void makeTable(String columns) {
    execute("SET ROLE \"%s\"; CREATE TABLE viewers (%s)".formatted(schema, columns));
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}

package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs that keep a history in the table {@code viewers} of a user of its own.
 *
 * @param exports the user, and what is in the user's schema
 * @param tables with which the runs are made
 */
record Histories(Exports exports, SliceTables tables) {
  static final String LEDGER = "a0b1c2d3";
  static final String OTHER_LEDGER = "ffffffff";
  static final Slice SLICE = new Slice("viewers_hourly/2024-01-01/3f9a1c02");
  static final Slice NEXT_SLICE = new Slice("viewers_hourly/2024-01-02/3f9a1c02");
  static final SliceTable VIEWERS = new SliceTable(Optional.empty(), "viewers");
  static final List<SliceColumn> COLUMNS =
      columns(SampleTable.of(new Column("count", ColumnType.WHOLE)));

  private static final Duration LOCK_PATIENCE = Duration.ofMillis(50);
  private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

  /** Of a new user. */
  static Histories of(PostgresServer server) {
    return new Histories(Exports.of(server), tables(LOCK_PATIENCE));
  }

  private static SliceTables tables(Duration lockPatience) {
    return new PostgresqlSliceTables(new SettingsSearch(Map.of(), lockPatience));
  }

  /** The same, with runs that wait as long as it takes. */
  Histories patient() {
    return new Histories(exports, tables(LONG_PATIENCE));
  }

  /** The same by another way to the server. */
  Histories by(CutConnection way) {
    return new Histories(
        exports.by(
            exports.address().replace(":" + exports.server().port() + "/", ":" + way.port() + "/")
                + "?sslmode=disable"),
        tables);
  }

  SliceTarget target() {
    return target(LEDGER, VIEWERS);
  }

  SliceTarget target(String ledger, SliceTable... of) {
    return new SliceTarget(exports.address(), Optional.of(ledger), List.of(of));
  }

  SliceWriter writer() throws IOException {
    return tables.write(target());
  }

  SliceReader reader() throws IOException {
    return tables.read(target());
  }

  static List<SliceColumn> columns(SampleTable rows) {
    return IntStream.range(0, rows.schema().size())
        .mapToObj(index -> new SliceColumn(index + 1, rows.schema().column(index)))
        .toList();
  }

  /** Rows of one column. */
  static SampleTable counts(int... counts) {
    SampleTable table = SampleTable.of(new Column("count", ColumnType.WHOLE));
    for (int count : counts) {
      table = table.withRow(SampleValue.number(Integer.toString(count)));
    }
    return table;
  }

  /** What is kept of a slice. */
  static CommittedSlice committed(Slice slice, long revision, long rows) {
    return new CommittedSlice(slice, revision, rows, "f" + revision);
  }

  /** A sink that has taken rows, and has them still to publish. */
  static SliceSink staged(SliceWriter writer, Slice slice, SampleTable rows) throws IOException {
    SliceSink sink = writer.open(new SliceContext(VIEWERS, slice, columns(rows)));
    boolean isStaged = false;
    try {
      Exports.feed(rows, sink);
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows.rows().size(), "0.1.0"));
      isStaged = true;
      return sink;
    } finally {
      if (!isStaged) {
        sink.close();
      }
    }
  }

  static void publish(SliceWriter writer, Slice slice, long revision, SampleTable rows)
      throws IOException {
    try (SliceSink sink = staged(writer, slice, rows)) {
      sink.publish(committed(slice, revision, rows.rows().size()), columns(rows));
    }
  }

  /** Publishes, as a run of its own. */
  void publish(Slice slice, long revision, SampleTable rows) throws IOException {
    try (SliceWriter writer = writer()) {
      publish(writer, slice, revision, rows);
    }
  }

  /** What stands in the table. */
  List<String> counted() {
    return exports.query("SELECT count FROM viewers ORDER BY 1");
  }

  /** Ends the connections that hold tables, as an administrator may. */
  void endHolders() {
    exports.query(
        ("SELECT pg_terminate_backend(a.pid, 10000) FROM pg_stat_activity a JOIN pg_locks l USING (pid)"
                + " WHERE a.usename = '%s' AND l.locktype = 'advisory'"
                + " AND l.mode = 'ExclusiveLock' AND l.granted")
            .formatted(exports.schema()));
  }

  /** Waits until a connection of the user waits for a lock. */
  void awaitWaiting() {
    exports.execute(
        ("DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                + " WHERE a.usename = '%s' AND NOT l.granted) LOOP"
                + " PERFORM pg_sleep(0.01); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$")
            .formatted(exports.schema()));
  }

  /** Waits until a connection of the user sleeps. */
  void awaitSleeping() {
    exports.execute(
        ("DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_stat_activity"
                + " WHERE usename = '%s' AND wait_event = 'PgSleep') LOOP"
                + " PERFORM pg_sleep(0.01); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$")
            .formatted(exports.schema()));
  }

  /** Another program, the server's owner's, inside a transaction, in the user's schema. */
  Connection otherProgram() throws SQLException {
    Connection other =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%s/%s?user=%s&currentSchema=%s"
                .formatted(
                    exports.server().port(),
                    PostgresServer.OPEN,
                    PostgresServer.OWNER,
                    exports.schema()));
    other.setAutoCommit(false);
    return other;
  }
}

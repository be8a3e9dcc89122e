package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.NEXT_SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.VIEWERS;
import static dev.vidiexport.sinks.postgresql.Histories.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands in the database, as other programs see it. */
@ExtendWith(PostgresServerExtension.class)
class SliceStandingTest {
  private static final String COLUMNS_OF =
      "SELECT attname, format_type(atttypid, atttypmod), attnotnull,"
          + " (SELECT c.collname FROM pg_collation c WHERE c.oid = attcollation)"
          + " FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 ORDER BY attnum";

  private Histories histories;
  private Exports exports;

  @BeforeEach
  void makeUser(PostgresServer server) {
    histories = Histories.of(server);
    exports = histories.exports();
  }

  @Test
  void declaresATypeForEveryColumn() throws Exception {
    histories.publish(
        SLICE,
        1,
        SampleTable.of(
            new Column("whole", ColumnType.WHOLE),
            new Column("decimal", ColumnType.DECIMAL),
            new Column("truth", ColumnType.BOOLEAN),
            new Column("time", ColumnType.TIMESTAMP),
            new Column("moment", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
            new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
            new Column("text", ColumnType.TEXT),
            new Column("nested", ColumnType.NESTED)));

    assertThat(exports.query(COLUMNS_OF.formatted("viewers")))
        .containsExactly(
            "_vidiexport_slice|text|t|C",
            "whole|bigint|f|",
            "decimal|double precision|f|",
            "truth|boolean|f|",
            "time|timestamp without time zone|f|",
            "moment|timestamp with time zone|f|",
            "day|date|f|",
            "text|text|f|default",
            "nested|json|f|");
    assertThat(exports.query("SELECT pg_get_indexdef('viewers__vidiexport_slice_idx'::regclass)"))
        .containsExactly(
            "CREATE INDEX viewers__vidiexport_slice_idx ON %s.viewers USING btree (_vidiexport_slice)"
                .formatted(exports.schema()));
  }

  @Test
  void tellsWhatIsCommittedInATableThatUsersMayRead() throws Exception {
    histories.publish(SLICE, 3, counts(1, 2));

    assertThat(exports.query(COLUMNS_OF.formatted("_vidiexport_slices")))
        .containsExactly(
            "table|text|t|default",
            "slice|text|t|C",
            "ledger|text|t|default",
            "revision|bigint|t|",
            "rows|bigint|t|",
            "fingerprint|text|t|default");
    assertThat(exports.query("SELECT * FROM _vidiexport_slices"))
        .containsExactly("viewers|%s|%s|3|2|f3".formatted(SLICE.id(), Histories.LEDGER));
    assertThat(
            exports.query(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE conrelid = '_vidiexport_slices'::regclass AND contype = 'p'"))
        .containsExactly("PRIMARY KEY (\"table\", slice)");
    assertThat(
            exports.query(
                "SELECT pg_get_indexdef('_vidiexport_slices_table_ledger_idx'::regclass)"))
        .containsExactly(
            "CREATE INDEX _vidiexport_slices_table_ledger_idx ON %s._vidiexport_slices USING btree (\"table\", ledger)"
                .formatted(exports.schema()));
  }

  @Test
  void givesWayToTheNamesOfTheSystemAndItsOwn() throws Exception {
    SampleTable rows =
        SampleTable.of(
                new Column("Count", ColumnType.WHOLE),
                new Column("count", ColumnType.WHOLE),
                new Column("ctid", ColumnType.WHOLE),
                new Column("_vidiexport_slice", ColumnType.WHOLE),
                new Column("say \"yes?\" {d}; --", ColumnType.WHOLE),
                new Column("", ColumnType.WHOLE))
            .withRow(
                IntStream.rangeClosed(1, 6)
                    .mapToObj(index -> SampleValue.number(Integer.toString(index)))
                    .toArray(SampleValue[]::new));

    histories.publish(SLICE, 1, rows);
    histories.publish(SLICE, 2, rows);

    assertThat(
            exports.query(
                "SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute"
                    + " WHERE attrelid = 'viewers'::regclass AND attnum > 0"))
        .containsExactly(
            "_vidiexport_slice,Count,count,ctid_2,_vidiexport_slice_2,say \"yes?\" {d}; --,_");
    assertThat(exports.query("SELECT * FROM viewers")).containsExactly(SLICE.id() + "|1|2|3|4|5|6");
  }

  /** As they stand where a column is one of texts from the beginning. */
  @Test
  void turnsTimesIntoTheTextsThatExportsWrite() throws Exception {
    Column local = new Column("local", ColumnType.TIMESTAMP);
    Column moment = new Column("moment", ColumnType.TIMESTAMP, ColumnMeaning.UTC);
    Column day = new Column("day", ColumnType.TEXT, ColumnMeaning.DATE);
    SampleTable times =
        SampleTable.of(local, moment, day)
            .withRow(
                SampleValue.text("2016-04-29 10:00:00"),
                SampleValue.text("2016-04-29 10:00:00"),
                SampleValue.text("2016-04-29"))
            .withRow(
                SampleValue.text("0001-01-01 00:00:00.5"),
                SampleValue.text("9999-12-31 23:59:59.999999"),
                SampleValue.text("0001-01-01"));
    histories.publish(SLICE, 1, times);

    histories.publish(
        NEXT_SLICE,
        1,
        SampleTable.of(
            new Column("local", ColumnType.TEXT),
            new Column("moment", ColumnType.TEXT),
            new Column("day", ColumnType.TEXT)));

    assertThat(exports.query("SELECT local, moment, day FROM viewers ORDER BY local DESC"))
        .containsExactly(
            "2016-04-29 10:00:00|2016-04-29T10:00:00Z|2016-04-29",
            "0001-01-01 00:00:00.500000|9999-12-31T23:59:59.999999Z|0001-01-01");
  }

  /** Rows of an older type than the history's come as what they become. */
  @Test
  void putsRowsIntoColumnsOfAWiderType() throws Exception {
    try (SliceWriter writer = histories.writer();
        var sink = Histories.staged(writer, SLICE, counts(7))) {
      sink.publish(
          Histories.committed(SLICE, 1, 1),
          Histories.columns(SampleTable.of(new Column("count", ColumnType.TEXT))));
    }
    assertThat(exports.query("SELECT count, pg_typeof(count) FROM viewers"))
        .containsExactly("7|text");
  }

  @Test
  void keepsIndexesGrantsAndColumnsOfOthers() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute(
        "CREATE FUNCTION twice(bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2'",
        "CREATE FUNCTION thrice(n bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS"
            + " 'BEGIN RETURN twice(n) + n; END'",
        "CREATE INDEX by_thrice ON viewers (thrice(count))",
        "ALTER TABLE viewers ADD noted timestamptz DEFAULT now()",
        "GRANT SELECT ON viewers TO PUBLIC");

    histories.publish(SLICE, 2, counts(2, 3));

    assertThat(exports.query("SELECT count, noted IS NOT NULL FROM viewers ORDER BY 1"))
        .containsExactly("2|t", "3|t");
    assertThat(exports.query("SELECT has_table_privilege('public', 'viewers', 'SELECT')"))
        .containsExactly("t");
  }

  @Test
  void putsSlicesIntoPartitions() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    String user = exports.schema();
    exports.execute(
        "SET ROLE \"%s\"; DROP TABLE viewers".formatted(user),
        "SET ROLE \"%s\"; CREATE TABLE viewers (_vidiexport_slice text COLLATE \"C\" NOT NULL, count bigint) PARTITION BY HASH (count)"
            .formatted(user),
        "SET ROLE \"%s\"; CREATE TABLE part_0 PARTITION OF viewers FOR VALUES WITH (MODULUS 2, REMAINDER 0)"
            .formatted(user),
        "SET ROLE \"%s\"; CREATE TABLE part_1 PARTITION OF viewers FOR VALUES WITH (MODULUS 2, REMAINDER 1)"
            .formatted(user));

    histories.publish(SLICE, 2, counts(1, 2, 3, 4, 5));
    histories.publish(SLICE, 3, counts(3, 4, 5, 6));

    assertThat(histories.counted()).containsExactly("3", "4", "5", "6");
    try (var reader = histories.reader()) {
      assertThat(reader.look(VIEWERS, SLICE).rows()).isEqualTo(4);
    }
  }

  @Test
  void removesWhatIsKnownOfATableThatIsGone() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute("DROP TABLE viewers");
    try (SliceWriter writer = histories.writer()) {
      writer.remove(VIEWERS, Histories.committed(SLICE, 2, 0));

      assertThat(writer.committed(VIEWERS, SLICE)).contains(Histories.committed(SLICE, 2, 0));
      assertThat(writer.has(VIEWERS)).isFalse();
    }
  }

  /** All of them find that the table of what is known is missing, and one makes it. */
  @Test
  void letsManyHistoriesBeginAtOnce() {
    List<CompletableFuture<Void>> runs =
        IntStream.range(0, 6)
            .mapToObj(run -> CompletableFuture.runAsync(() -> begin("ledger" + run, "table" + run)))
            .toList();

    runs.forEach(CompletableFuture::join);

    assertThat(
            exports.query(
                "SELECT count(*) FROM pg_class WHERE relname = '_vidiexport_slices' AND relnamespace = '%s'::regnamespace"
                    .formatted(exports.schema())))
        .containsExactly("1");
  }

  private void begin(String ledger, String table) {
    try {
      histories
          .tables()
          .write(histories.target(ledger, new SliceTable(Optional.empty(), table)))
          .close();
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }
}

package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Exports.APPENDING;
import static dev.vidiexport.sinks.postgresql.Exports.REPLACING;
import static dev.vidiexport.sinks.postgresql.Exports.TO_VIEWERS;
import static dev.vidiexport.sinks.postgresql.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the table, and when one is refused. */
@ExtendWith(PostgresServerExtension.class)
class PostgresqlSinkTest {
  private Exports exports;

  @BeforeEach
  void makeUser(PostgresServer server) {
    exports = Exports.of(server);
  }

  @Test
  void declaresATypeForEveryColumn() throws Exception {
    SampleTable table =
        SampleTable.of(
                new Column("whole", ColumnType.WHOLE),
                new Column("decimal", ColumnType.DECIMAL),
                new Column("truth", ColumnType.BOOLEAN),
                new Column("time", ColumnType.TIMESTAMP),
                new Column("moment", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
                new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
                new Column("text", ColumnType.TEXT),
                new Column("nested", ColumnType.NESTED))
            .withRow(
                SampleValue.number("-9223372036854775808"),
                SampleValue.number("0.1"),
                SampleValue.truth(true),
                SampleValue.text("2016-04-29 10:00:00.5"),
                SampleValue.text("2016-04-29 10:00:00"),
                SampleValue.text("2016-04-29"),
                SampleValue.number("123456789012345678901234567890"),
                SampleValue.nested("{\"b\":1,\"a\":[1],\"a\":2}"));

    exports.write(table, TO_VIEWERS);

    assertThat(
            exports.query(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                    + " WHERE attrelid = 'viewers'::regclass AND attnum > 0 ORDER BY attnum"))
        .containsExactly(
            "whole|bigint",
            "decimal|double precision",
            "truth|boolean",
            "time|timestamp without time zone",
            "moment|timestamp with time zone",
            "day|date",
            "text|text",
            "nested|json");
    assertThat(exports.query("SELECT * FROM viewers"))
        .containsExactly(
            "-9223372036854775808|0.1|t|2016-04-29 10:00:00.5|2016-04-29 10:00:00+00|2016-04-29"
                + "|123456789012345678901234567890|{\"b\":1,\"a\":[1],\"a\":2}");
  }

  /** What COPY reads as something else stands behind a backslash. */
  @Test
  void keepsTextsThatCopyWouldTakeForSomethingElse() throws Exception {
    String[] texts = {"\\.", "\\N", "a\tb", "a\nb", "a\r\nb", "\\", "\\t", "\u0001\b\f", "😀é", ""};
    SampleTable table = SampleTable.of(new Column("text", ColumnType.TEXT));
    for (String text : texts) {
      table = table.withRow(SampleValue.text(text));
    }
    String longText = "\\x".repeat(200_000);

    exports.write(table.withRow(SampleValue.text(longText)), TO_VIEWERS);

    assertThat(exports.query("SELECT count(*), sum(length(text)) FROM viewers"))
        .containsExactly("11|400022");
    assertThat(
            exports.query("SELECT encode(convert_to(text, 'UTF8'), 'hex') FROM viewers LIMIT 10"))
        .containsExactly(
            "5c2e",
            "5c4e",
            "610962",
            "610a62",
            "610d0a62",
            "5c",
            "5c74",
            "01080c",
            "f09f9880c3a9",
            "");
  }

  @Test
  void namesTheRowOfATextThatHoldsNul() {
    SampleTable table =
        SampleTable.of(new Column("note", ColumnType.TEXT))
            .withRow(SampleValue.text("a"))
            .withRow(SampleValue.text("a\0b"));

    assertThatThrownBy(() -> exports.write(table, TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "row 2 holds the character NUL in the column \"note\", which PostgreSQL cannot keep."
                + " Choose another format.");
    assertThat(tables()).isEmpty();
  }

  @Test
  void keepsNamesAndGivesWayToThoseOfTheSystem() throws Exception {
    SampleTable table =
        SampleTable.of(
            new Column("age", ColumnType.WHOLE),
            new Column("Age", ColumnType.WHOLE),
            new Column("ctid", ColumnType.WHOLE),
            new Column("ctid_2", ColumnType.WHOLE),
            new Column("xmin", ColumnType.WHOLE),
            new Column("say \"yes\"; --", ColumnType.WHOLE),
            new Column("", ColumnType.WHOLE),
            new Column("a\0b", ColumnType.WHOLE),
            new Column("é".repeat(31), ColumnType.WHOLE));

    exports.write(table, TO_VIEWERS);

    assertThat(
            exports.query(
                "SELECT attname FROM pg_attribute WHERE attrelid = 'viewers'::regclass"
                    + " AND attnum > 0 ORDER BY attnum"))
        .containsExactly(
            "age",
            "Age",
            "ctid_2",
            "ctid_2_2",
            "xmin_2",
            "say \"yes\"; --",
            "_",
            "a_b",
            "é".repeat(31));
  }

  @Test
  void refusesNamesThatTheServerWouldCut() {
    SampleTable table = SampleTable.of(new Column("é".repeat(32), ColumnType.WHOLE));

    assertThatThrownBy(() -> exports.write(table, TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the column \"%s\" has a name of more than 63 bytes, which is all that PostgreSQL keeps."
                + " Choose another format.",
            "é".repeat(32));
    assertThat(tables()).isEmpty();
  }

  @Test
  void takesAnyNameOfATableAndOfASchema() throws Exception {
    exports.execute(
        "CREATE SCHEMA \"od\"\"d; --\"", "GRANT ALL ON SCHEMA \"od\"\"d; --\" TO PUBLIC");
    Map<String, String> options = Map.of("table", "a\"b; DROP TABLE x", "schema", "od\"d; --");

    exports.check(options);
    exports.write(VIEWERS, options);

    assertThat(exports.query("SELECT count(*) FROM \"od\"\"d; --\".\"a\"\"b; DROP TABLE x\""))
        .containsExactly("2");
    exports.execute("DROP SCHEMA \"od\"\"d; --\" CASCADE");
  }

  @Test
  void refusesASchemaThatIsNotThere() {
    assertThatThrownBy(() -> exports.check(Map.of("schema", "none")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the database has no schema \"none\". Make it, or name another with schema=NAME.");
    exports.execute("ALTER ROLE \"%s\" SET search_path = ''".formatted(exports.schema()));
    assertThatThrownBy(() -> exports.check(TO_VIEWERS))
        .hasMessage(
            "none of the schemas that the search path names is there. Name one with schema=NAME.");
  }

  /** A table there would be gone with the connection. */
  @Test
  void refusesASchemaThatEndsWithTheConnection() {
    exports.execute(
        "ALTER ROLE \"%s\" SET search_path = pg_temp, public".formatted(exports.schema()),
        "ALTER ROLE \"%s\" SUPERUSER".formatted(exports.schema()),
        "CREATE TEMP TABLE makes_the_schema (id int)");

    assertThatThrownBy(() -> exports.open(VIEWERS.schema(), TO_VIEWERS).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a temporary one, whose tables end with the connection");
  }

  @Test
  void takesNamesOfItsOwnForTheServersAlone() throws Exception {
    exports.execute(
        "CREATE FUNCTION has_table_privilege(oid, text) RETURNS boolean LANGUAGE sql AS 'SELECT 1/0 = 1'",
        "ALTER ROLE \"%s\" SET search_path = \"%s\", pg_catalog"
            .formatted(exports.schema(), exports.schema()));
    exports.makeTable("location_id bigint, period_start timestamp");

    exports.check(APPENDING);
    exports.write(VIEWERS, APPENDING);

    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("2");
  }

  /** A check of the table may name what is in the user's own schema. */
  @Test
  void leavesWhatIsRunForRowsTheUsersNames() throws Exception {
    exports.execute(
        "CREATE TABLE places (id bigint)",
        "INSERT INTO places VALUES (1056), (1057)",
        "GRANT SELECT ON places TO PUBLIC",
        "CREATE FUNCTION is_place(bigint) RETURNS boolean LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE NOTICE ''looked''; RETURN EXISTS (SELECT 1 FROM places WHERE id = $1); END'");
    exports.makeTable("location_id bigint CHECK (is_place(location_id)), period_start timestamp");

    exports.write(VIEWERS, APPENDING);

    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource({
    "statement_timeout, 0",
    "idle_in_transaction_session_timeout, 0",
    "client_min_messages, error",
    "synchronous_commit, on",
    "default_transaction_isolation, read committed"
  })
  void goesPastWhatWouldEndALongExportOrLoseIt(String setting, String within) throws Exception {
    exports.execute(
        "ALTER ROLE \"%s\" SET %s = %s"
            .formatted(
                exports.schema(),
                setting,
                switch (setting) {
                  case "client_min_messages" -> "debug1";
                  case "synchronous_commit" -> "off";
                  case "default_transaction_isolation" -> "'repeatable read'";
                  default -> "'50ms'";
                }),
        "CREATE FUNCTION setting() RETURNS text LANGUAGE sql AS 'SELECT current_setting(''%s'')'"
            .formatted(
                setting.equals("default_transaction_isolation")
                    ? "transaction_isolation"
                    : setting));
    exports.makeTable("location_id bigint, period_start timestamp, within text DEFAULT setting()");

    exports.write(VIEWERS, APPENDING);

    assertThat(exports.query("SELECT DISTINCT within FROM viewers")).containsExactly(within);
  }

  @Test
  void refusesATableThatExistsEarlyAndLate() throws Exception {
    exports.write(VIEWERS, TO_VIEWERS);

    assertThatThrownBy(() -> exports.check(TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" already exists. Use another table=NAME, or mode=append or"
                + " mode=replace.");
    assertThatThrownBy(() -> exports.write(VIEWERS, TO_VIEWERS))
        .hasMessageContaining("already exists");
    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void replacesRowsAndKeepsIndexesAndGrants() throws Exception {
    exports.makeTable("period_start timestamp, location_id bigint, note text DEFAULT 'none'");
    exports.execute(
        "CREATE INDEX by_place ON viewers (location_id)",
        "GRANT SELECT ON viewers TO PUBLIC",
        "INSERT INTO viewers VALUES (NULL, 7, 'old')");

    exports.check(REPLACING);
    exports.write(VIEWERS, REPLACING);

    assertThat(exports.query("SELECT location_id, period_start, note FROM viewers ORDER BY 1"))
        .containsExactly("1056|2016-04-29 10:00:00|none", "1057||none");
    assertThat(
            exports.query("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"))
        .containsExactly("by_place");
    assertThat(
            exports.query(
                "SELECT relacl::text LIKE '%=r/%' FROM pg_class WHERE oid = 'viewers'::regclass"))
        .containsExactly("t");
  }

  @Test
  void keepsTheOldRowsUntilTheCommitAndWhenAReplacementIsGivenUp() throws Exception {
    exports.makeTable("location_id bigint, period_start timestamp");
    exports.execute("INSERT INTO viewers VALUES (7, NULL)");

    Sink sink = exports.open(VIEWERS.schema(), REPLACING);
    Exports.feed(VIEWERS, sink);
    assertThat(exports.query("SELECT location_id FROM viewers")).containsExactly("7");
    sink.close();

    assertThat(exports.query("SELECT location_id FROM viewers")).containsExactly("7");
  }

  @Test
  void makesATableInEveryMode() throws Exception {
    exports.write(VIEWERS, APPENDING);
    exports.write(VIEWERS, Map.of("mode", "replace"));

    assertThat(tables()).containsExactlyInAnyOrder("viewers", "export");
  }

  @Test
  void writesIntoPartitions() throws Exception {
    exports.execute(
        "SET ROLE \"%s\"; CREATE TABLE viewers (location_id bigint, period_start timestamp)"
                .formatted(exports.schema())
            + " PARTITION BY RANGE (location_id);"
            + " CREATE TABLE low PARTITION OF viewers FOR VALUES FROM (0) TO (1057);"
            + " CREATE TABLE high PARTITION OF viewers FOR VALUES FROM (1057) TO (9999)");

    exports.write(VIEWERS, APPENDING);
    exports.write(VIEWERS, REPLACING);

    assertThat(exports.query("SELECT count(*) FROM low UNION ALL SELECT count(*) FROM high"))
        .containsExactly("1", "1");
  }

  @Test
  void refusesMoreColumnsThanATableHolds() {
    Schema wide =
        new Schema(
            IntStream.rangeClosed(0, 1600)
                .mapToObj(index -> new Column("key_" + index, ColumnType.WHOLE))
                .toList());

    assertThatThrownBy(() -> exports.open(wide, TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a table of PostgreSQL has at most 1600 columns, and the export has 1601. Choose another"
                + " format.");
  }

  private List<String> tables() {
    return exports.query(
        "SELECT relname FROM pg_class WHERE relnamespace = '%s'::regnamespace AND relkind = 'r'"
            .formatted(exports.schema()));
  }
}

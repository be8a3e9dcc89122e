package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.COLUMNS;
import static dev.vidiexport.sinks.postgresql.Histories.LEDGER;
import static dev.vidiexport.sinks.postgresql.Histories.NEXT_SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.VIEWERS;
import static dev.vidiexport.sinks.postgresql.Histories.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that no slice is put into, and rows that no table keeps, in words that say what to do. */
@ExtendWith(PostgresServerExtension.class)
class SliceRefusalTest {
  private Histories histories;
  private Exports exports;

  @BeforeEach
  void makeUser(PostgresServer server) {
    histories = Histories.of(server);
    exports = histories.exports();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "postgresql://u@h/db; viewers; ",
        "postgresql://u@h/db; ' '; table must be a name.",
        "postgresql://u@h/db; _vidiexport_slices; table must not be _vidiexport_slices, which tells"
            + " what is known of all tables.",
        "postgresql://u@h/db; xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx;"
            + " table must be a name of up to 63 bytes, which is all that PostgreSQL keeps.",
        "postgresql://h:0/db; viewers; port must be a whole number from 1 to 65535."
      })
  void saysWhatIsWrongWithATargetByItself(String address, String table, String problem) {
    assertThat(histories.tables().problemWith(address, new SliceTable(Optional.empty(), table)))
        .isEqualTo(Optional.ofNullable(problem));
  }

  @Test
  void saysWhatIsWrongWithASchemaAndHidesAPassword() {
    String address = "postgresql://u@h/db";

    assertThat(histories.tables().problemWith(address, new SliceTable(Optional.of(""), "viewers")))
        .contains("schema must be a name.");
    assertThat(histories.tables().problemWith("postgresql://u:sesame@h/db", VIEWERS).orElseThrow())
        .startsWith("The address of the server must hold no password")
        .doesNotContain("sesame");
  }

  @Test
  void saysWhoseATableIs() throws Exception {
    exports.makeTable("count bigint");
    assertThatTheTableIsRefused(
        "the table \"viewers\" is there already, and is no table of a history. Give the export"
            + " another table. If it is this history's, whose records in _vidiexport_slices are"
            + " gone, drop it.");
    exports.execute("DROP TABLE viewers", "CREATE VIEW viewers AS SELECT 1 AS count");
    assertThatTheTableIsRefused(
        "the view \"viewers\" is there already, and is no table of a history. Give the export"
            + " another table. If it is this history's, whose records in _vidiexport_slices are"
            + " gone, drop it.");
    exports.execute("DROP VIEW viewers");
    try (SliceWriter other =
        histories.tables().write(histories.target(Histories.OTHER_LEDGER, VIEWERS))) {
      Histories.publish(other, SLICE, 1, counts(1));
    }
    assertThatTheTableIsRefused(
        "the table \"viewers\" belongs to another history, whose ledger is not this one. Give the"
            + " export another table, or schema, or use that ledger.");
    assertThatThrownBy(
            () ->
                histories
                    .tables()
                    .check(new SliceTarget(exports.address(), Optional.empty(), List.of(VIEWERS))))
        .hasMessageStartingWith("the table \"viewers\" belongs to another history, ");
  }

  private void assertThatTheTableIsRefused(String message) {
    assertThatThrownBy(() -> histories.tables().check(histories.target()))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> histories.writer().close())
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTwoExportsOfWhichOneLeavesOutTheSchemaThatTheOtherNames() {
    SliceTarget target =
        histories.target(
            LEDGER,
            VIEWERS,
            table("visits"),
            new SliceTable(Optional.of(exports.schema()), "viewers"));

    assertThatThrownBy(() -> histories.tables().check(target))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "two exports have the table \"viewers\" of the schema \"%s\", which is also meant where"
                + " no schema is given. Give one of them another table.",
            exports.schema());
    assertThatThrownBy(() -> histories.tables().write(target).close())
        .hasMessageStartingWith("two exports have the table \"viewers\" ");
  }

  /** Of the ledgers one stands before this one, and one behind it. */
  @Test
  void refusesATableOfSeveralHistories() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    for (String other : List.of("0", "zz")) {
      exports.execute(
          "INSERT INTO _vidiexport_slices VALUES ('viewers', '%s', '%s', 1, 0, 'f')"
              .formatted(other, other));
      assertThatTheTableIsRefused(
          "the table \"viewers\" belongs to another history, whose ledger is not this one. Give the"
              + " export another table, or schema, or use that ledger.");
    }
  }

  /** Two runs that begin a history in one table, which neither of them holds. */
  @Test
  void refusesASliceThatAnotherHistoryHas() throws Exception {
    try (SliceWriter writer = histories.tables().write(histories.target(LEDGER, table("a")));
        SliceWriter other =
            histories.tables().write(histories.target(Histories.OTHER_LEDGER, table("b")))) {
      Histories.publish(writer, SLICE, 1, counts(1));

      assertThatThrownBy(() -> Histories.publish(other, NEXT_SLICE, 1, counts(2)))
          .hasMessageStartingWith("the table \"viewers\" belongs to another history, ");
      assertThatThrownBy(() -> other.remove(VIEWERS, Histories.committed(SLICE, 2, 0)))
          .hasMessageStartingWith("the table \"viewers\" belongs to another history, ");
    }
    assertThat(histories.counted()).containsExactly("1");
  }

  private static SliceTable table(String name) {
    return new SliceTable(Optional.empty(), name);
  }

  @Test
  void refusesATableThatWouldDoSomethingElseWithRows() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute(
        "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER dropping BEFORE INSERT ON viewers FOR EACH ROW EXECUTE FUNCTION nothing()");
    assertThatTheTableIsRefused(
        "the table \"viewers\" has a trigger for new rows, which may change or drop them. Drop it,"
            + " or disable it.");
    exports.execute(
        "DROP TRIGGER dropping ON viewers",
        "ALTER TABLE viewers ADD kept bigint NOT NULL DEFAULT 1");
    histories.publish(SLICE, 2, counts(2));
    exports.execute("ALTER TABLE viewers ALTER kept DROP DEFAULT");

    assertThatThrownBy(() -> histories.publish(SLICE, 3, counts(3)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RowsRefusedException.class)
        .hasMessage(
            "the column \"kept\" of the table \"viewers\" needs a value, and the history has none."
                + " Give it a default, or drop it.");
    assertThat(histories.counted()).containsExactly("2");
  }

  /** Another table is no way out, as the history has rows in this one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CREATE TABLE others (of text REFERENCES viewers (_vidiexport_slice)); Drop the foreign keys"
            + " that refer to it.",
        "CREATE RULE kept AS ON DELETE TO viewers DO INSTEAD NOTHING; Drop it.",
        "CREATE TABLE heirs () INHERITS (viewers); Have them inherit from it no longer.",
        "ALTER TABLE viewers ENABLE ROW LEVEL SECURITY; Disable that for it, or use a user who sees all"
            + " rows."
      })
  void saysWhatIsToBeUndone(String statement, String remedy) throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute(
        "ALTER TABLE viewers ADD UNIQUE (_vidiexport_slice), FORCE ROW LEVEL SECURITY", statement);

    assertThatThrownBy(() -> histories.tables().check(histories.target()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(". " + remedy);
  }

  @Test
  void saysWhatIsToBeDoneWithAViewInPlaceOfATable() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute("ALTER TABLE viewers RENAME TO older", "CREATE VIEW viewers AS TABLE older");

    assertThatTheTableIsRefused(
        "\"viewers\" is a view, which keeps rows in its own way, or none. Drop it, or give it"
            + " another name.");
  }

  /** The trigger comes when the run has begun, and the rows have. */
  @Test
  void looksAgainWhenItPublishes() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    try (SliceWriter writer = histories.writer();
        var sink = Histories.staged(writer, SLICE, counts(2))) {
      exports.execute("CREATE RULE dropping AS ON INSERT TO viewers DO INSTEAD NOTHING");

      assertThatThrownBy(() -> sink.publish(Histories.committed(SLICE, 2, 1), COLUMNS))
          .hasMessage(
              "the table \"viewers\" has a rule for new rows, which these would go past. Drop it.");
    }
    assertThat(histories.counted()).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "REVOKE DELETE ON viewers FROM current_user; this user may not remove rows of the table"
            + " \"viewers\". Ask for the right DELETE.",
        "REVOKE SELECT ON viewers FROM current_user; this user may not read the table \"viewers\"."
            + " Ask for the right SELECT.",
        "REVOKE UPDATE ON _vidiexport_slices FROM current_user; this user may not read and change"
            + " the table \"_vidiexport_slices\". Ask for the rights SELECT, INSERT and UPDATE, or"
            + " give the exports another schema.",
        "DROP TABLE _vidiexport_slices CASCADE; the table \"viewers\" is there already, and is no"
            + " table of a history. Give the export another table. If it is this history's, whose"
            + " records in _vidiexport_slices are gone, drop it.",
        "ALTER TABLE _vidiexport_slices RENAME rows TO kept; the table \"_vidiexport_slices\" is"
            + " there already, and is not what tells what is known of a history. Give the exports"
            + " another schema."
      })
  void saysWhatAUserMayNotDoWithTables(String statement, String message) throws Exception {
    histories.publish(SLICE, 1, counts(1));

    exports.execute("SET ROLE \"%s\"; %s".formatted(exports.schema(), statement));

    assertThatTheTableIsRefused(message);
  }

  @Test
  void saysThatAUserMayMakeNoTables() {
    exports.execute("ALTER SCHEMA \"%s\" OWNER TO postgres".formatted(exports.schema()));
    exports.execute(
        "GRANT USAGE ON SCHEMA \"%s\" TO \"%s\"".formatted(exports.schema(), exports.schema()));
    assertThatTheTableIsRefused(
        "this user may make no table in the schema \"%s\". Ask for the right CREATE, or give the"
                .formatted(exports.schema())
            + " export another schema.");
    assertThatThrownBy(
            () ->
                histories
                    .tables()
                    .check(
                        histories.target(
                            LEDGER, new SliceTable(Optional.of("nowhere"), "viewers"))))
        .hasMessage(
            "the database has no schema \"nowhere\". Make it, or give the export another schema.");
  }

  @Test
  void saysThatAUserMayMakeNoTemporaryTables(PostgresServer server) {
    server.execute(
        PostgresServer.OPEN,
        "REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(PostgresServer.OPEN));
    try {
      assertThatTheTableIsRefused(
          "this user may make no temporary tables in the database \"open\". Ask for the right"
              + " TEMPORARY.");
    } finally {
      server.execute(
          PostgresServer.OPEN,
          "GRANT TEMPORARY ON DATABASE %s TO PUBLIC".formatted(PostgresServer.OPEN));
    }
  }

  @Test
  void saysThatOnlyTheOwnerMayAddColumns() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute(
        "ALTER TABLE viewers OWNER TO postgres",
        "GRANT ALL ON viewers TO \"%s\"".formatted(exports.schema()));
    histories.publish(SLICE, 2, counts(2));
    SampleTable more =
        SampleTable.of(new Column("count", ColumnType.WHOLE), new Column("place", ColumnType.TEXT));

    assertThatThrownBy(() -> histories.publish(NEXT_SLICE, 1, more))
        .hasMessage(
            "the user \"%s\" lacks a right: must be owner of table viewers. Ask for it, or use another"
                + " user.",
            exports.schema());
  }

  @Test
  void waitsForALockForSomeTimeAlone() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    try (Connection other = histories.otherProgram();
        Statement statement = other.createStatement()) {
      statement.execute("LOCK TABLE viewers IN SHARE MODE");

      histories.tables().check(histories.target());
      assertThatThrownBy(() -> histories.publish(SLICE, 2, counts(2)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "another program holds a lock on the table, and has not let go of it within 0 s. Wait"
                  + " until it has ended.");
    }
    histories.publish(SLICE, 2, counts(2));
    assertThat(histories.counted()).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, PLAIN, text, bigint",
    "DECIMAL, PLAIN, double precision, bigint",
    "TIMESTAMP, UTC, timestamp without time zone, timestamp with time zone",
    "BOOLEAN, PLAIN, boolean, bigint",
    "NESTED, PLAIN, json, boolean"
  })
  void refusesToMakeAColumnOneThatItsValuesDoNotFit(
      ColumnType type, ColumnMeaning meaning, String declared, String wanted) throws Exception {
    Column before =
        new Column("value", type, type == ColumnType.TIMESTAMP ? ColumnMeaning.PLAIN : meaning);
    Column after =
        switch (wanted) {
          case "bigint" -> new Column("value", ColumnType.WHOLE);
          case "boolean" -> new Column("value", ColumnType.BOOLEAN);
          default -> new Column("value", ColumnType.TIMESTAMP, ColumnMeaning.UTC);
        };
    SampleTable rows = SampleTable.of(before).withRow(SampleValue.nothing());
    histories.publish(SLICE, 1, rows);

    assertThatThrownBy(() -> histories.publish(NEXT_SLICE, 1, SampleTable.of(after)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RowsRefusedException.class)
        .hasMessage(
            "the column \"value\" of the table \"viewers\" is %s, and cannot become %s. Change"
                + " its type, or give it another name.",
            declared, wanted);
    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("1");
  }

  @Test
  void refusesRowsThatNoTableKeeps() throws Exception {
    Column note = new Column("note", ColumnType.TEXT);
    assertThatRowsAreRefused(
        SampleTable.of(note).withRow(SampleValue.text("a")).withRow(SampleValue.text("a\0b")),
        "row 2 holds the character NUL in the column \"note\", which PostgreSQL cannot keep");
    assertThatRowsAreRefused(
        SampleTable.of(new Column("é".repeat(32), ColumnType.WHOLE)),
        "the column \"%s\" has a name of more than 63 bytes, which is all that PostgreSQL keeps"
            .formatted("é".repeat(32)));
    assertThatRowsAreRefused(
        SampleTable.of(
            IntStream.range(0, 1601)
                .mapToObj(index -> new Column("c" + index, ColumnType.WHOLE))
                .toArray(Column[]::new)),
        "a table of PostgreSQL has at most 1599 columns beside \"_vidiexport_slice\", and the export"
            + " has 1601");
    assertThat(exports.query("SELECT to_regclass('viewers')")).containsExactly("");
  }

  private void assertThatRowsAreRefused(SampleTable rows, String message) {
    assertThatThrownBy(() -> histories.publish(SLICE, 1, rows))
        .isInstanceOf(RowsRefusedException.class)
        .hasMessage(message);
  }

  @Test
  void refusesRowsThatTheServerRefuses() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    exports.execute("ALTER TABLE viewers ADD CHECK (count < 10)");

    assertThatThrownBy(() -> histories.publish(SLICE, 2, counts(2, 20)))
        .isInstanceOf(RowsRefusedException.class)
        .message()
        .startsWith("the table does not take a row (PostgreSQL says: ")
        .endsWith("). Drop its constraint \"viewers_count_check\", and run it again.");
    assertThatThrownBy(
            () ->
                histories.publish(
                    NEXT_SLICE,
                    1,
                    SampleTable.of(new Column("day", ColumnType.TEXT, ColumnMeaning.DATE))
                        .withRow(SampleValue.text("2024-02-30"))))
        .isInstanceOf(RowsRefusedException.class)
        .hasMessageEndingWith("). Look at the row, and at what others have added to the table.");
    assertThat(histories.counted()).containsExactly("1");
    histories.publish(SLICE, 2, counts(3));
    assertThat(histories.counted()).containsExactly("3");
    exports.execute("ALTER TABLE viewers ALTER count SET NOT NULL");

    assertThatThrownBy(
            () -> histories.publish(SLICE, 3, Histories.counts().withRow(SampleValue.nothing())))
        .isInstanceOf(RowsRefusedException.class)
        .hasMessageEndingWith("). Drop NOT NULL of its column \"count\", and run it again.");
  }

  /** A table counts the columns that it once had, too. */
  @Test
  void refusesMoreColumnsThanTheTableHasRoomFor() throws Exception {
    SampleTable many =
        SampleTable.of(
            IntStream.range(0, 1599)
                .mapToObj(index -> new Column("c" + index, ColumnType.BOOLEAN))
                .toArray(Column[]::new));
    histories.publish(SLICE, 1, many);
    exports.execute("ALTER TABLE viewers DROP c7");

    assertThatThrownBy(() -> histories.publish(NEXT_SLICE, 1, many))
        .isInstanceOf(RowsRefusedException.class)
        .hasMessageContaining("tables can have at most 1600 columns");
  }

  @Test
  void opensNothingForRowsOfATableThatIsSomebodyElses() throws Exception {
    exports.execute("CREATE TABLE places (name text)");
    try (SliceWriter writer = histories.writer()) {
      SliceTable places = table("places");

      assertThatThrownBy(() -> writer.open(new SliceContext(places, SLICE, COLUMNS)).close())
          .hasMessageStartingWith("the table \"places\" is there already, ");
      assertThatThrownBy(() -> writer.has(places))
          .hasMessageStartingWith("the table \"places\" is there already, ");
    }
  }
}

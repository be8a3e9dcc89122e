package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Exports.APPENDING;
import static dev.vidiexport.sinks.postgresql.Exports.REPLACING;
import static dev.vidiexport.sinks.postgresql.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that exists keeps every row as it is, or the run fails and adds none. */
@ExtendWith(PostgresServerExtension.class)
class AppendTest {
  private static final SampleTable TWICE =
      SampleTable.of(new Column("id", ColumnType.WHOLE))
          .withRow(SampleValue.number("1"))
          .withRow(SampleValue.number("2"))
          .withRow(SampleValue.number("1"));

  private Exports exports;

  @BeforeEach
  void makeUser(PostgresServer server) {
    exports = Exports.of(server);
  }

  @Test
  void findsColumnsByNameInAnyOrder() throws Exception {
    exports.makeTable(
        "id bigint GENERATED ALWAYS AS IDENTITY, note text DEFAULT 'none', period_start timestamp,"
            + " location_id bigint");

    exports.check(APPENDING);
    exports.write(VIEWERS, APPENDING);
    exports.write(VIEWERS, APPENDING);

    assertThat(exports.query("SELECT * FROM viewers ORDER BY id"))
        .containsExactly(
            "1|none|2016-04-29 10:00:00|1056",
            "2|none||1057",
            "3|none|2016-04-29 10:00:00|1056",
            "4|none||1057");
  }

  @Test
  void saysAllThatStandsAgainstIt() {
    exports.makeTable(
        "location_id real, source text NOT NULL, note text, Period_Start timestamp,"
            + " twice bigint GENERATED ALWAYS AS (2) STORED,"
            + " number bigint GENERATED ALWAYS AS IDENTITY");
    SampleTable more =
        SampleTable.of(
            new Column("location_id", ColumnType.WHOLE),
            new Column("Period_Start", ColumnType.TIMESTAMP),
            new Column("twice", ColumnType.WHOLE),
            new Column("number", ColumnType.WHOLE));

    for (Map<String, String> options : List.of(APPENDING, REPLACING)) {
      assertThatThrownBy(() -> exports.write(more, options))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"viewers\" does not take these rows: its column \"location_id\" is real,"
                  + " which does not keep whole values; it has no column \"Period_Start\" to write"
                  + " to; it has no column \"twice\" to write to; it has no column \"number\" to"
                  + " write to; its column \"source\" needs a value, and the export has none. Use another table=NAME.");
    }
    // Nothing holds the table any more.
    exports.execute("INSERT INTO viewers (source) VALUES ('x')");
  }

  /** Values that such a column takes come out as they went in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint|WHOLE|PLAIN|9007199254740993",
        "integer|WHOLE|PLAIN|-7",
        "smallint|WHOLE|PLAIN|7",
        "numeric|WHOLE|PLAIN|9223372036854775807",
        "text|WHOLE|PLAIN|7",
        "double precision|DECIMAL|PLAIN|0.1",
        "text|DECIMAL|PLAIN|0.1",
        "boolean|BOOLEAN|PLAIN|t",
        "timestamp|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "timestamp(6)|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "text|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "timestamptz|TIMESTAMP|UTC|2016-04-29 10:00:00+00",
        "text|TIMESTAMP|UTC|2016-04-29T10:00:00Z",
        "date|TEXT|DATE|2016-04-29",
        "varchar|TEXT|PLAIN|007",
        "varchar(3)|TEXT|PLAIN|007",
        "json|NESTED|PLAIN|{\"a\":1,\"a\":2}",
        "text|NESTED|PLAIN|{\"a\":1,\"a\":2}"
      })
  void keepsValues(String declared, ColumnType type, ColumnMeaning meaning, String value)
      throws Exception {
    exports.makeTable("a " + declared);

    exports.write(one(type, meaning, value), APPENDING);

    assertThat(exports.query("SELECT a FROM viewers")).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "real|DECIMAL|PLAIN|0.1",
        "double precision|WHOLE|PLAIN|9007199254740993",
        "numeric|DECIMAL|PLAIN|-0.0",
        "numeric(20,2)|DECIMAL|PLAIN|0.125",
        "text|BOOLEAN|PLAIN|t",
        "varchar|BOOLEAN|PLAIN|t",
        "bigint|BOOLEAN|PLAIN|t",
        "boolean|WHOLE|PLAIN|1",
        "timestamp(0)|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "timestamptz|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "timestamp|TIMESTAMP|UTC|2016-04-29 10:00:00",
        "date|TIMESTAMP|PLAIN|2016-04-29 10:00:00",
        "jsonb|NESTED|PLAIN|{\"a\":1,\"a\":2}",
        "varchar(20)|WHOLE|PLAIN|7"
      })
  void refusesColumnsThatWouldChangeValues(
      String declared, ColumnType type, ColumnMeaning meaning, String value) {
    exports.makeTable("a " + declared);

    assertThatThrownBy(() -> exports.open(one(type, meaning, value).schema(), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "the table \"viewers\" does not take these rows: its column \"a\" is ")
        .hasMessageContaining("which does not keep");
  }

  private static SampleTable one(ColumnType type, ColumnMeaning meaning, String value) {
    SampleValue sample =
        switch (type) {
          case WHOLE, DECIMAL -> SampleValue.number(value);
          case BOOLEAN -> SampleValue.truth(true);
          case NESTED -> SampleValue.nested(value);
          case TEXT -> SampleValue.text(value);
          case TIMESTAMP ->
              SampleValue.text(value.replaceFirst("\\+00$", "").replace("Z", "").replace('T', ' '));
        };
    return SampleTable.of(new Column("a", type, meaning)).withRow(sample);
  }

  /** A column that is null throughout comes as text. */
  @Test
  void addsNullsToAColumnThatTakesNoTexts() throws Exception {
    exports.makeTable("age integer");
    SampleTable nulls =
        SampleTable.of(new Column("age", ColumnType.TEXT)).withRow(SampleValue.nothing());

    exports.write(nulls, APPENDING);

    assertThatThrownBy(() -> exports.write(nulls.withRow(SampleValue.text("007")), APPENDING))
        .hasMessage(
            "the table's column \"age\" is integer, which does not keep the text value of row 2. Use"
                + " another table=NAME.");
    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("1");
  }

  /** Of a text that is too long the server would cut spaces at its end without a word. */
  @Test
  void cutsNoSpaces() throws Exception {
    exports.makeTable("note varchar(3)");
    SampleTable notes = SampleTable.of(new Column("note", ColumnType.TEXT));

    exports.write(notes.withRow(SampleValue.text("éé ")), APPENDING);

    assertThatThrownBy(() -> exports.write(notes.withRow(SampleValue.text("éé  ")), APPENDING))
        .hasMessage(
            "the table's column \"note\" is character varying(3), which does not keep the text of 4"
                + " characters of row 1. Use another table=NAME.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id bigint UNIQUE", "id bigint CHECK (id < 2)", "id smallint PRIMARY KEY"})
  void addsNoRowWhenOneIsNotTaken(String column) {
    exports.makeTable(column);
    exports.execute("INSERT INTO viewers VALUES (-7)");

    assertThatThrownBy(() -> exports.write(TWICE, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the table does not take a row (PostgreSQL says: ")
        .hasMessageContaining("COPY viewers, line ")
        .hasMessageEndingWith("). Use another table=NAME.");

    assertThat(exports.query("SELECT id FROM viewers")).containsExactly("-7");
  }

  /** The server looks at such a constraint at the end of the transaction alone. */
  @Test
  void addsNoRowWhenOneIsNotTakenInTheEnd() {
    exports.makeTable("id bigint UNIQUE DEFERRABLE INITIALLY DEFERRED");

    assertThatThrownBy(() -> exports.write(TWICE, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the table does not take a row (PostgreSQL says: ")
        .hasMessageContaining("Key (id)=(1) already exists");

    assertThat(exports.query("SELECT id FROM viewers")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEFORE INSERT", "AFTER INSERT OR UPDATE"})
  void refusesATableWithATriggerForNewRows(String when) {
    exports.makeTable("id bigint");
    makeTrigger(when);

    assertThatThrownBy(() -> exports.check(APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" has a trigger for new rows, which may change or drop them. Use"
                + " another table=NAME.");
    assertThatThrownBy(() -> exports.write(TWICE, APPENDING)).hasMessageContaining("a trigger");
  }

  @Test
  void mindsNoOtherTriggersAndNoneThatIsOff() throws Exception {
    exports.makeTable("id bigint");
    makeTrigger("BEFORE UPDATE");
    makeTrigger("BEFORE DELETE");
    exports.write(TWICE, APPENDING);
    assertThatThrownBy(() -> exports.check(REPLACING))
        .hasMessageStartingWith(
            "the table \"viewers\" has a trigger or a rule for rows that are removed");

    makeTrigger("BEFORE INSERT");
    exports.execute("ALTER TABLE viewers DISABLE TRIGGER ALL");
    exports.write(TWICE, REPLACING);

    assertThat(exports.query("SELECT id FROM viewers")).containsExactly("1", "2", "1");
  }

  private void makeTrigger(String when) {
    makeTrigger(when, "viewers");
  }

  private void makeTrigger(String when, String table) {
    exports.execute(
        "CREATE OR REPLACE FUNCTION drop_row() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER \"%s\" %s ON %s FOR EACH ROW EXECUTE FUNCTION drop_row()"
            .formatted(when, when, table));
  }

  @Test
  void refusesARuleThatKeepsRowsThatAreRemoved() {
    exports.makeTable("id bigint");
    exports.execute("CREATE RULE keep AS ON DELETE TO viewers DO INSTEAD NOTHING");

    assertThatThrownBy(() -> exports.check(REPLACING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" has a trigger or a rule for rows that are removed, which may keep"
                + " them. Use another table=NAME.");
  }

  @Test
  void refusesARuleThatNewRowsWouldGoPast() {
    exports.makeTable("id bigint");
    exports.execute(
        "CREATE TABLE other (id bigint)",
        "CREATE RULE elsewhere AS ON INSERT TO viewers DO INSTEAD INSERT INTO other VALUES (new.id)");

    assertThatThrownBy(() -> exports.check(APPENDING))
        .hasMessage(
            "the table \"viewers\" has a rule for new rows, which these would go past. Use another"
                + " table=NAME.");
  }

  @Test
  void looksAtThePartsOfATable() {
    exports.execute(
        "SET ROLE \"%s\"; CREATE TABLE viewers (id bigint) PARTITION BY RANGE (id);"
                .formatted(exports.schema())
            + " CREATE TABLE low PARTITION OF viewers FOR VALUES FROM (0) TO (99)");
    makeTrigger("BEFORE DELETE", "low");
    assertThatThrownBy(() -> exports.check(REPLACING))
        .hasMessageContaining("a trigger or a rule for rows that are removed");

    makeTrigger("BEFORE INSERT", "low");
    assertThatThrownBy(() -> exports.check(APPENDING))
        .hasMessageContaining("a trigger for new rows");
  }

  @Test
  void refusesATableWithAPartOnAnotherServer() {
    exports.execute(
        "SET ROLE NONE; CREATE EXTENSION IF NOT EXISTS file_fdw",
        "CREATE SERVER \"%s\" FOREIGN DATA WRAPPER file_fdw".formatted(exports.schema()),
        "CREATE TABLE viewers (id bigint) PARTITION BY RANGE (id)",
        "CREATE FOREIGN TABLE low PARTITION OF viewers FOR VALUES FROM (0) TO (99)"
            + " SERVER \"%s\" OPTIONS (filename '/dev/null')".formatted(exports.schema()),
        "GRANT ALL ON viewers TO PUBLIC");

    assertThatThrownBy(() -> exports.check(APPENDING))
        .hasMessageContaining("has a partition on another server");
  }

  /** They would go, too, or keep the others from going. */
  @ParameterizedTest
  @ValueSource(strings = {"ON DELETE CASCADE", "ON DELETE SET NULL", ""})
  void replacesNoRowsThatOthersReferTo(String action) throws Exception {
    exports.makeTable("id bigint PRIMARY KEY");
    exports.execute(
        "INSERT INTO viewers VALUES (1)",
        "CREATE TABLE child (id bigint REFERENCES viewers %s)".formatted(action),
        "INSERT INTO child VALUES (1)");

    assertThatThrownBy(() -> exports.check(REPLACING))
        .hasMessage(
            "rows of the table \"viewers\" are referred to, so that others would keep them from"
                + " being removed, or be removed with them. Use another table=NAME.");
    assertThatThrownBy(() -> exports.write(TWICE, REPLACING)).hasMessageContaining("referred to");
    assertThat(exports.query("SELECT id FROM child")).containsExactly("1");
    exports.check(APPENDING);
  }

  @Test
  void replacesNoRowsThatWouldStayToBeSeen() throws Exception {
    exports.makeTable("id bigint");
    exports.execute("CREATE TABLE child () INHERITS (viewers)", "INSERT INTO child VALUES (9)");

    assertThatThrownBy(() -> exports.check(REPLACING))
        .hasMessage(
            "other tables inherit from the table \"viewers\", and their rows would stay to be seen"
                + " in it. Use another table=NAME.");
    exports.write(TWICE, APPENDING);
  }

  /** Neither sees the rows of the other, and both would leave theirs. */
  @ParameterizedTest
  @ValueSource(strings = {"read committed", "repeatable read"})
  void letsOneReplaceAtATime(String isolation) throws Exception {
    exports.makeTable("id bigint");
    exports.execute(
        "ALTER ROLE \"%s\" SET default_transaction_isolation = '%s'"
            .formatted(exports.schema(), isolation));
    try (Sink first = exports.open(TWICE.schema(), REPLACING)) {
      Exports.feed(TWICE, first);
      for (Map<String, String> options : List.of(REPLACING, APPENDING)) {
        assertThatThrownBy(() -> exports.write(TWICE, options))
            .hasMessageContaining("another program holds a lock on the table");
      }
      Exports.commit(first, TWICE);
    }
    exports.write(TWICE, REPLACING);

    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("3");
  }

  @Test
  void letsSeveralAddAtATime() throws Exception {
    exports.makeTable("id bigint");
    try (Sink first = exports.open(TWICE.schema(), APPENDING)) {
      Exports.feed(TWICE, first);
      exports.write(TWICE, APPENDING);
      Exports.commit(first, TWICE);
    }

    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE VIEW viewers AS SELECT 1 AS id|a view",
        "CREATE MATERIALIZED VIEW viewers AS SELECT 1 AS id|a materialized view",
        "CREATE SEQUENCE viewers|a sequence",
        "CREATE TYPE viewers AS (id bigint)|a type",
        "CREATE TYPE viewers AS ENUM ('a')|a type",
        "CREATE TABLE t (id bigint); CREATE INDEX viewers ON t (id)|an index"
      })
  void refusesWhatIsNoTable(String statement, String kind) {
    exports.execute(statement);

    for (Map<String, String> options : List.of(APPENDING, REPLACING)) {
      assertThatThrownBy(() -> exports.check(options))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "\"viewers\" is %s, which keeps rows in its own way, or none. Use another table=NAME.",
              kind);
    }
    assertThatThrownBy(() -> exports.check(Exports.TO_VIEWERS))
        .hasMessage(
            "the %s \"viewers\" already exists. Use another table=NAME.",
            kind.replaceFirst("^an? ", ""));
  }

  @Test
  void refusesATableWhoseRowsAreShownToSome() {
    exports.execute(
        "CREATE TABLE viewers (id bigint)",
        "ALTER TABLE viewers ENABLE ROW LEVEL SECURITY",
        "GRANT ALL ON viewers TO PUBLIC");

    assertThatThrownBy(() -> exports.check(APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("(row-level security)");
  }

  @Test
  void saysEarlyWhichRightIsMissing() {
    exports.execute("CREATE TABLE viewers (id bigint)", "GRANT SELECT ON viewers TO PUBLIC");
    assertThatThrownBy(() -> exports.check(APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "this user may not add rows to the table \"viewers\". Ask for the right INSERT, or use"
                + " another table=NAME.");

    exports.execute("GRANT INSERT ON viewers TO PUBLIC");
    assertThatThrownBy(() -> exports.check(REPLACING))
        .hasMessage(
            "this user may not remove rows of the table \"viewers\". Ask for the right DELETE, or use"
                + " another table=NAME.");

    exports.execute("CREATE SCHEMA \"%s_2\"".formatted(exports.schema()));
    assertThatThrownBy(() -> exports.check(Map.of("schema", exports.schema() + "_2")))
        .hasMessage(
            "this user may not use the schema \"%s_2\". Ask for the right USAGE, or name another with"
                + " schema=NAME.",
            exports.schema());
    exports.execute("GRANT USAGE ON SCHEMA \"%s_2\" TO PUBLIC".formatted(exports.schema()));
    assertThatThrownBy(() -> exports.check(Map.of("schema", exports.schema() + "_2")))
        .hasMessage(
            "this user may make no table in the schema \"%s_2\". Ask for the right CREATE, or name"
                + " another with schema=NAME.",
            exports.schema());
  }

  @Test
  void writesWithTheRightsToAddAlone() throws Exception {
    exports.execute("CREATE TABLE viewers (id bigint)", "GRANT INSERT ON viewers TO PUBLIC");

    exports.check(APPENDING);
    exports.write(TWICE, APPENDING);

    assertThat(exports.query("SELECT count(*) FROM viewers")).containsExactly("3");
  }
}

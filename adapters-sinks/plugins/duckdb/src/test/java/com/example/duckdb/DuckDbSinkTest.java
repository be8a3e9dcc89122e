package com.example.duckdb;

import static com.example.duckdb.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the file, and when a table is refused. */
class DuckDbSinkTest {
  private static final Map<String, String> TO_VIEWERS = Map.of("table", "viewers");
  private static final Map<String, String> REPLACING =
      Map.of("table", "viewers", "mode", "replace");
  private static final Map<String, String> APPENDING = Map.of("table", "viewers", "mode", "append");

  /** A row of every type. */
  private static final SampleTable TYPES =
      SampleTable.of(
              new Column("whole", ColumnType.WHOLE),
              new Column("decimal", ColumnType.DECIMAL),
              new Column("truth", ColumnType.BOOLEAN),
              new Column("time", ColumnType.TIMESTAMP),
              new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
              new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
              new Column("text", ColumnType.TEXT),
              new Column("nested", ColumnType.NESTED))
          .withRow(
              SampleValue.number("9223372036854775807"),
              SampleValue.number("-Infinity"),
              SampleValue.truth(true),
              SampleValue.text("2016-03-27 02:30:00.5"),
              SampleValue.text("2016-03-27 02:30:00.5"),
              SampleValue.text("1582-10-10"),
              SampleValue.text("a\0b"),
              SampleValue.nested("{\"a\":[1e400],\"a\":2.50}"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.duckdb");
  }

  @Test
  void declaresATypeForEveryColumn() throws Exception {
    Exports.write(file, TYPES, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT column_name, column_type FROM (DESCRIBE viewers)"))
        .containsExactly(
            "whole|BIGINT",
            "decimal|DOUBLE",
            "truth|BOOLEAN",
            "time|TIMESTAMP",
            "utc|TIMESTAMP WITH TIME ZONE",
            "day|DATE",
            "text|VARCHAR",
            "nested|JSON");
    assertThatTheRowIsThere();
  }

  private void assertThatTheRowIsThere() throws Exception {
    assertThat(
            Exports.query(
                file,
                "SELECT whole, \"decimal\", truth, \"time\"::VARCHAR, epoch_us(utc) ="
                    + " epoch_us(\"time\"), \"day\"::VARCHAR, hex(text), nested FROM viewers"))
        .containsExactly(
            "9223372036854775807|-Infinity|true|2016-03-27 02:30:00.5|true|1582-10-10|610062|"
                + "{\"a\":[1e400],\"a\":2.50}");
  }

  /** Older versions of DuckDB read what this one makes. */
  @Test
  void makesAFileInAnOlderFormAndLeavesOthersInTheirs() throws Exception {
    Path newer = folder.resolve("newer.duckdb");
    Exports.execute(newer, "CREATE TABLE other (a INTEGER)");
    String form = "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal";
    List<String> before = Exports.query(newer, form);

    Exports.write(file, TYPES, TO_VIEWERS);
    Exports.write(newer, TYPES, TO_VIEWERS);

    assertThat(Exports.query(file, form)).containsExactly("v1.0.0+").isNotEqualTo(before);
    assertThat(Exports.query(newer, form)).isEqualTo(before);
  }

  /** The rows of a table that exists take another way. */
  @Test
  void keepsTheSameValuesInATableThatExists() throws Exception {
    Exports.write(file, TYPES, TO_VIEWERS);

    Exports.write(file, TYPES, REPLACING);

    assertThatTheRowIsThere();
  }

  @Test
  void keepsNamesAndTellsApartThoseThatDuckDbTakesForOne() throws Exception {
    SampleTable table =
        SampleTable.of(
            new Column("age", ColumnType.WHOLE),
            new Column("Age", ColumnType.WHOLE),
            new Column("age_2", ColumnType.WHOLE),
            new Column("say \"yes\"; --", ColumnType.WHOLE),
            new Column("", ColumnType.WHOLE),
            new Column("a\0b", ColumnType.WHOLE),
            new Column("rowid", ColumnType.WHOLE),
            new Column("É", ColumnType.WHOLE),
            new Column("é", ColumnType.WHOLE));

    Exports.write(file, table, TO_VIEWERS);
    Exports.write(file, table, APPENDING);

    assertThat(Exports.query(file, "SELECT column_name FROM (DESCRIBE viewers)"))
        .containsExactly(
            "age", "Age_2", "age_2_2", "say \"yes\"; --", "_", "a_b", "rowid", "É", "é");
  }

  @Test
  void takesAnyNameOfATableAndOfAFile() throws Exception {
    Map<String, String> options = Map.of("table", "a\"b; DROP TABLE x");

    for (String name : List.of("a;b 'c' %20 d#e.duckdb", "temp.ddb", "s3:x.ddb", " main")) {
      Path odd = folder.resolve(name);
      Exports.check(odd, options);
      Exports.write(odd, VIEWERS, options);

      assertThat(odd).exists();
      Path plain = Files.move(odd, folder.resolve("plain.duckdb"));
      assertThat(Exports.query(plain, "SELECT count(*) FROM \"a\"\"b; DROP TABLE x\""))
          .containsExactly("2");
      Files.delete(plain);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writesToTheSchemaThatIsNamed() throws Exception {
    Map<String, String> toPanel = Map.of("schema", "PANEL", "table", "viewers", "mode", "append");
    Exports.execute(file, "CREATE SCHEMA Panel", "CREATE TABLE viewers (a INTEGER)");

    Exports.check(file, toPanel);
    Exports.write(file, VIEWERS, toPanel);
    Exports.write(file, VIEWERS, toPanel);

    assertThat(Exports.query(file, "SELECT count(*) FROM panel.viewers")).containsExactly("4");
    assertThat(Exports.query(file, "SELECT count(*) FROM main.viewers")).containsExactly("0");
  }

  @Test
  void refusesASchemaThatIsMissing() throws Exception {
    Map<String, String> toPanel = Map.of("schema", "panel");
    String refusal = "the file has no schema \"panel\". Use another schema=NAME, or none.";

    assertThatThrownBy(() -> Exports.check(file, toPanel)).hasMessage(refusal);
    assertThatThrownBy(() -> Exports.write(file, VIEWERS, toPanel)).hasMessage(refusal);
    assertThat(folder).isEmptyDirectory();
    Exports.execute(file, "CREATE TABLE other (a INTEGER)");
    assertThatThrownBy(() -> Exports.check(file, toPanel)).hasMessage(refusal);
    Exports.check(file, Map.of("schema", "MAIN"));
  }

  @Test
  void refusesATableThatExistsEarlyAndLate() throws Exception {
    Exports.write(file, VIEWERS, TO_VIEWERS);

    for (String name : List.of("viewers", "VIEWERS")) {
      Map<String, String> options = Map.of("table", name);
      for (Refused way :
          new Refused[] {
            () -> Exports.check(file, options), () -> Exports.write(file, VIEWERS, options)
          }) {
        assertThatThrownBy(way::run)
            .isInstanceOf(IOException.class)
            .hasMessage(
                "the table \"viewers\" already exists. Use another table=NAME, or mode=append or"
                    + " mode=replace.");
      }
    }
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void checksAFileWithoutAChangeAndLetsGoOfIt() throws Exception {
    Exports.write(file, VIEWERS, TO_VIEWERS);
    byte[] before = Files.readAllBytes(file);
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, longAgo);

    Exports.check(file, APPENDING);

    assertThat(file).hasBinaryContent(before);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    Exports.execute(file, "DROP TABLE viewers");
  }

  @ParameterizedTest
  @EnumSource(WriteMode.class)
  void makesATableThatIsMissingAndLeavesOthersAlone(WriteMode mode) throws Exception {
    Exports.execute(file, "CREATE TABLE other (a INTEGER)", "INSERT INTO other VALUES (7)");

    Exports.write(file, VIEWERS, Map.of("table", "viewers", "mode", mode.label()));

    assertThat(Exports.query(file, "SELECT a FROM other")).containsExactly("7");
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void replacesRowsAndKeepsColumnsAndIndexes() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE Viewers (note VARCHAR DEFAULT 'none', period_start TIMESTAMP,"
            + " location_id INTEGER PRIMARY KEY)",
        "CREATE INDEX starts ON viewers (period_start)",
        "INSERT INTO viewers VALUES ('old', NULL, 1056), ('old', NULL, 7)");

    Exports.check(file, REPLACING);
    Exports.write(file, VIEWERS, REPLACING);

    assertThat(
            Exports.query(
                file, "SELECT note, period_start::VARCHAR, location_id FROM viewers ORDER BY 3"))
        .containsExactly("none|2016-04-29 10:00:00|1056", "none|null|1057");
    assertThat(Exports.query(file, "SELECT index_name FROM duckdb_indexes()"))
        .containsExactly("starts");
    assertThatThrownBy(
            () -> Exports.execute(file, "INSERT INTO viewers (location_id) VALUES (1056)"))
        .hasMessageContaining("violates primary key constraint");
  }

  @Test
  void keepsTheOldRowsWhenAReplacementIsGivenUp() throws Exception {
    Exports.write(file, VIEWERS, TO_VIEWERS);

    Sink sink = Exports.open(file, VIEWERS.schema(), REPLACING);
    Exports.feed(VIEWERS, sink);
    Exports.feed(VIEWERS, sink);
    sink.close();

    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void leavesNoTableWhenAFirstAttemptAtItIsGivenUp() throws Exception {
    Exports.execute(file, "CREATE TABLE other (a INTEGER)");

    Sink sink = Exports.open(file, VIEWERS.schema(), TO_VIEWERS);
    Exports.feed(VIEWERS, sink);
    sink.close();

    assertThat(Exports.query(file, "SELECT table_name FROM duckdb_tables()"))
        .containsExactly("other");
  }

  @Test
  void refusesAViewInEveryMode() throws Exception {
    Exports.execute(file, "CREATE VIEW viewers AS SELECT 1 AS a");

    for (Map<String, String> options : List.of(REPLACING, APPENDING)) {
      assertThatThrownBy(() -> Exports.check(file, options))
          .hasMessage("\"viewers\" is a view, which keeps no rows. Use another table=NAME.");
    }
    assertThatThrownBy(() -> Exports.check(file, TO_VIEWERS))
        .hasMessageStartingWith("the view \"viewers\" already exists.");
  }

  @Test
  void refusesATableWithATriggerThatItWouldSetOff() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (location_id BIGINT, period_start TIMESTAMP)",
        "CREATE TABLE log (a INTEGER)",
        "CREATE TRIGGER gone AFTER DELETE ON viewers FOR EACH STATEMENT INSERT INTO log VALUES (1)");

    assertThatThrownBy(() -> Exports.check(file, REPLACING))
        .hasMessage(
            "the table \"viewers\" has a trigger, which may change other tables for each row. Use"
                + " another table=NAME.");
    Exports.write(file, VIEWERS, APPENDING);
    Exports.execute(
        file,
        "CREATE TRIGGER new AFTER INSERT ON viewers FOR EACH STATEMENT INSERT INTO log VALUES (2)");
    assertThatThrownBy(() -> Exports.write(file, VIEWERS, APPENDING))
        .hasMessageStartingWith("the table \"viewers\" has a trigger,");
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
    assertThat(Exports.query(file, "SELECT count(*) FROM log")).containsExactly("0");
  }

  @Test
  void saysEarlyThatAPlaceIsNoPlaceForADatabase() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.ddb"), "not a database\n".repeat(1000));
    Path empty = Files.createFile(folder.resolve("empty.ddb"));

    assertThatThrownBy(() -> Exports.check(folder.resolve("missing").resolve("a.ddb"), TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage("the folder %s is missing", folder.resolve("missing"));
    assertThatThrownBy(() -> Exports.check(folder, TO_VIEWERS)).hasMessage("it is a folder");
    assertThatThrownBy(() -> Exports.check(folder.resolve("a?b"), TO_VIEWERS))
        .hasMessage("DuckDB takes a ? in %s for an end of the path", folder.resolve("a?b"));
    assertThatThrownBy(() -> Exports.check(text, TO_VIEWERS))
        .hasMessage("the file is not a DuckDB database");
    assertThatThrownBy(() -> Exports.check(empty, TO_VIEWERS))
        .hasMessageStartingWith("the file is empty, and so no DuckDB database.");
    assertThatThrownBy(() -> Exports.check(file, Map.of("table", " ")))
        .hasMessage("the option table must be a name. Give table=NAME.");
    assertThatThrownBy(() -> Exports.check(file, Map.of("schema", "a\0b")))
        .hasMessage("the option schema must be a name. Give schema=NAME.");
    assertThat(text).hasContent("not a database\n".repeat(1000));
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(text) && !path.equals(empty));
  }

  @Test
  void saysThatADatabaseIsDamaged() throws Exception {
    Exports.write(file, VIEWERS, TO_VIEWERS);
    byte[] bytes = Files.readAllBytes(file);
    for (int place = 100; place < bytes.length; place += 97) {
      bytes[place] ^= 0x55;
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> Exports.check(file, APPENDING))
        .hasMessage("the database is damaged. Restore it from a copy, or write to another file.");
  }

  @Test
  void saysThatTheDatabaseIsInUse() throws Exception {
    try (Sink sink = Exports.open(file, VIEWERS.schema(), TO_VIEWERS)) {
      for (Refused way :
          new Refused[] {
            () -> Exports.check(file, TO_VIEWERS), () -> Exports.write(file, VIEWERS, TO_VIEWERS)
          }) {
        assertThatThrownBy(way::run)
            .isInstanceOf(IOException.class)
            .hasMessage("another program is using the database. Wait until it has ended.");
      }
      Exports.feed(VIEWERS, sink);
      assertThat(file).exists();
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Nothing of DuckDB's is looked for beside the file, and nothing loaded into it. */
  @Test
  void letsDuckDbReachForNothingElse() throws Exception {
    try (Database database = Database.make(file)) {
      for (String reaching :
          List.of(
              "INSTALL spatial",
              "LOAD spatial",
              "SELECT * FROM read_text('/etc/hostname')",
              "COPY (SELECT 1) TO '%s'".formatted(folder.resolve("copy.csv")),
              "ATTACH '%s'".formatted(folder.resolve("other.duckdb")))) {
        assertThatThrownBy(() -> database.execute(reaching))
            .as(reaching)
            .hasMessageStartingWith("Permission Error: ")
            .hasMessageContainingAll("disabled", "configuration");
      }
    }
  }

  @Test
  void takesAsManyColumnsAsAnExportHas() throws Exception {
    Column[] columns =
        IntStream.range(0, 10_000)
            .mapToObj(index -> new Column("key_" + index, ColumnType.WHOLE))
            .toArray(Column[]::new);
    SampleTable wide =
        SampleTable.of(columns)
            .withRow(
                Stream.of(columns)
                    .map(column -> SampleValue.number(column.name().substring(4)))
                    .toArray(SampleValue[]::new));

    Exports.write(file, wide, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT key_9999 FROM viewers")).containsExactly("9999");
  }

  private interface Refused {
    void run() throws Exception;
  }
}

package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that exists keeps every row as it is, or the run fails and adds none. */
class AppendTest {
  private static final Map<String, String> APPENDING = Map.of("table", "viewers", "mode", "append");
  private static final SampleTable TWICE =
      SampleTable.of(new Column("id", ColumnType.WHOLE))
          .withRow(SampleValue.number("1"))
          .withRow(SampleValue.number("2"))
          .withRow(SampleValue.number("1"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.db");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id INT UNIQUE ON CONFLICT IGNORE",
        "id INT UNIQUE ON CONFLICT REPLACE",
        "id INT UNIQUE ON CONFLICT ROLLBACK",
        "id INT UNIQUE ON CONFLICT FAIL",
        "id INTEGER PRIMARY KEY ON CONFLICT IGNORE",
        "id INTEGER PRIMARY KEY ON CONFLICT REPLACE",
        "id INT UNIQUE"
      })
  void addsNoRowWhenOneIsThereAlready(String column) throws Exception {
    Exports.execute(
        file, "CREATE TABLE viewers (" + column + ")", "INSERT INTO viewers VALUES (7)");

    assertThatThrownBy(() -> Exports.write(file, TWICE, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("UNIQUE constraint failed: viewers.id");

    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IGNORE", "REPLACE"})
  void addsNoRowWhenANullIsNotTaken(String conflict) throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (location_id INT,"
            + " period_start TEXT NOT NULL ON CONFLICT %s DEFAULT 'never')".formatted(conflict));

    assertThatThrownBy(() -> Exports.write(file, VIEWERS, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NOT NULL constraint failed: viewers.period_start");

    assertThat(Exports.query(file, "SELECT * FROM viewers")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEFORE INSERT ON viewers BEGIN SELECT raise(ignore); END",
        "BEFORE INSERT ON viewers WHEN new.id = 1 BEGIN SELECT raise(ignore); END",
        "AFTER INSERT ON viewers BEGIN UPDATE viewers SET id = 0; END"
      })
  void refusesATableWithATriggerForNewRows(String trigger) throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (id INT)", "CREATE TRIGGER \"on\" " + trigger);

    for (Refused way :
        new Refused[] {
          () -> Exports.check(file, APPENDING), () -> Exports.write(file, TWICE, APPENDING)
        }) {
      assertThatThrownBy(way::run)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"viewers\" has a trigger for new rows, which may change or drop them."
                  + " Use another table=NAME.");
    }
    assertThat(Exports.query(file, "SELECT * FROM viewers")).isEmpty();
  }

  @Test
  void mindsNoTriggerForOtherChanges() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INT NOT NULL)",
        "CREATE TRIGGER later AFTER UPDATE ON viewers BEGIN SELECT raise(ignore); END",
        "CREATE TRIGGER gone BEFORE DELETE ON viewers BEGIN SELECT raise(ignore); END");

    Exports.check(file, APPENDING);
    Exports.write(file, TWICE, APPENDING);

    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("1", "2", "1");
  }

  @Test
  void refusesAVirtualTable() throws Exception {
    Exports.execute(file, "CREATE VIRTUAL TABLE viewers USING fts5(id, content='')");

    assertThatThrownBy(() -> Exports.check(file, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("\"viewers\" is a virtual table, which keeps rows in its own way.");
  }

  @Test
  void refusesANullForThePrimaryKeyThatNumbersRows() throws Exception {
    SampleTable table = TWICE.withRow(SampleValue.nothing());
    Exports.execute(file, "CREATE TABLE viewers (id INTEGER PRIMARY KEY)");

    assertThatThrownBy(() -> Exports.write(file, nulls(), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table's column \"id\" is its primary key, and would be given a number where row 2"
                + " has null. Use another table=NAME.");
    assertThat(Exports.query(file, "SELECT * FROM viewers")).isEmpty();

    // A primary key of another type does keep a null.
    Exports.execute(
        file, "DROP TABLE viewers", "CREATE TABLE viewers (n INTEGER PRIMARY KEY, id INT)");
    Exports.write(file, table, APPENDING);
    assertThat(Exports.query(file, "SELECT n, id FROM viewers"))
        .containsExactly("1|1", "2|2", "3|1", "4|null");
    Exports.execute(file, "DROP TABLE viewers", "CREATE TABLE viewers (id INT PRIMARY KEY)");
    Exports.write(file, nulls(), APPENDING);
    assertThat(Exports.query(file, "SELECT id FROM viewers WHERE id IS NULL")).hasSize(1);
  }

  private static SampleTable nulls() {
    return SampleTable.of(new Column("id", ColumnType.WHOLE))
        .withRow(SampleValue.number("1"))
        .withRow(SampleValue.nothing());
  }

  @Test
  void leavesTheNumberOfTheRowToATableThatNumbersThem() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (n INTEGER PRIMARY KEY NOT NULL, id INT)");

    Exports.write(file, TWICE, APPENDING);

    assertThat(Exports.query(file, "SELECT n, id FROM viewers"))
        .containsExactly("1|1", "2|2", "3|1");
  }

  @Test
  void addsNoRowThatRefersToNothing() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE places (id INTEGER PRIMARY KEY)",
        "INSERT INTO places VALUES (1)",
        "CREATE TABLE viewers (id INT REFERENCES places)");

    assertThatThrownBy(() -> Exports.write(file, TWICE, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("FOREIGN KEY constraint failed");

    assertThat(Exports.query(file, "SELECT * FROM viewers")).isEmpty();
    Exports.execute(file, "INSERT INTO places VALUES (2)");
    Exports.write(file, TWICE, APPENDING);
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("3");
  }

  @Test
  void refusesColumnsThatTheTableWorksOut() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (a INT, id INT AS (a + 1))");

    assertThatThrownBy(() -> Exports.write(file, TWICE, APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it has no column \"id\" to write to");
  }

  /** Their names in the table come from the order: the other way round they would be swapped. */
  @ParameterizedTest
  @ValueSource(strings = {"append", "replace"})
  void refusesColumnsThatHaveNotTheirOwnNames(String mode) throws Exception {
    Exports.write(file, columns("A", "a"), APPENDING);

    assertThat(Exports.query(file, "SELECT \"A\", a_2 FROM viewers")).containsExactly("1|2");
    assertRefused(columns("a", "A"), mode, "A");
    assertRefused(columns("A", "a"), mode, "a");
    assertThat(Exports.query(file, "SELECT \"A\", a_2 FROM viewers")).containsExactly("1|2");
    Exports.write(file, columns("a", "A_2"), APPENDING);
    assertThat(Exports.query(file, "SELECT \"A\", a_2 FROM viewers")).containsExactly("1|2", "1|2");
  }

  @Test
  void refusesColumnsWithoutAName() throws Exception {
    Exports.write(file, columns("_", ""), APPENDING);

    assertRefused(columns("", "_"), "append", "");
    assertRefused(columns("", "_2"), "append", "");
  }

  private void assertRefused(SampleTable table, String mode, String column) {
    assertThatThrownBy(() -> Exports.write(file, table, Map.of("table", "viewers", "mode", mode)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "the table \"viewers\" does not take these rows: the export's column \"%s\" cannot"
                + " have its own name in a table",
            column);
  }

  private static SampleTable columns(String first, String second) {
    return SampleTable.of(new Column(first, ColumnType.WHOLE), new Column(second, ColumnType.WHOLE))
        .withRow(SampleValue.number("1"), SampleValue.number("2"));
  }

  /** Such a table is refused before, so that only the insertion alone meets one. */
  @Test
  void countsTheRowsThatTheTableHasKept() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INT)",
        "CREATE TRIGGER some BEFORE INSERT ON viewers WHEN new.id = 2"
            + " BEGIN SELECT raise(ignore); END");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
      RowInsertion rows =
          RowInsertion.prepare(
              connection,
              new TargetTable("viewers", WriteMode.APPEND),
              List.of(new Fit("id", "INT", true, true)),
              TWICE.schema());

      rows.write(Exports.batch(TWICE));

      assertThatThrownBy(rows::requireAllKept)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"viewers\" kept 2 of the 3 rows given to it, so nothing was written. Use"
                  + " another table=NAME.");
    }
    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("1", "1");
  }

  private interface Refused {
    void run() throws Exception;
  }
}

package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is emptied and filled again stays the table that it was. */
class ReplaceTest {
  private static final Map<String, String> REPLACING =
      Map.of("table", "viewers", "mode", "replace");
  private static final SampleTable IDS =
      SampleTable.of(new Column("id", ColumnType.WHOLE))
          .withRow(SampleValue.number("1"))
          .withRow(SampleValue.number("2"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.db");
  }

  @Test
  void makesATableThatIsMissing() throws Exception {
    Exports.check(file, REPLACING);
    Exports.write(file, VIEWERS, REPLACING);

    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void keepsColumnsIndexesAndOtherTriggers() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE Viewers (note TEXT DEFAULT 'none', PERIOD_START TEXT, location_id INT)",
        "CREATE INDEX by_location ON viewers (location_id)",
        "CREATE TRIGGER later AFTER UPDATE ON viewers BEGIN SELECT raise(ignore); END",
        "INSERT INTO viewers VALUES ('x', 'y', 7)");

    Exports.check(file, REPLACING);
    Exports.write(file, VIEWERS, REPLACING);

    assertThat(Exports.query(file, "SELECT * FROM viewers"))
        .containsExactly("none|2016-04-29 10:00:00|1056", "none|null|1057");
    assertThat(Exports.query(file, "SELECT name FROM sqlite_schema ORDER BY name"))
        .containsExactly("Viewers", "by_location", "later");
    assertThat(Exports.query(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  /** Where nothing hinders it, SQLite drops all pages at once, and counts no rows. */
  @Test
  void replacesAsManyRowsAsThereAre() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INT)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            + " INSERT INTO viewers SELECT i FROM n");

    Exports.write(file, IDS, REPLACING);

    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("1", "2");
  }

  @Test
  void keepsTheOldRowsWhenItIsGivenUp() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (id INT)", "INSERT INTO viewers VALUES (7)");

    Sink sink = Exports.open(file, IDS.schema(), REPLACING);
    Exports.feed(IDS, sink);
    sink.close();

    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("7");
    assertThat(folder.toFile().list()).containsExactly("audience.db");
  }

  @Test
  void refusesWhatTheTableLacksAndKeepsTheOldRows() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (old TEXT)", "INSERT INTO viewers VALUES ('x')");

    assertThatThrownBy(() -> Exports.write(file, VIEWERS, REPLACING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" does not take these rows: it has no column \"location_id\" to"
                + " write to; it has no column \"period_start\" to write to. Use another"
                + " table=NAME.");

    assertThat(Exports.query(file, "SELECT old FROM viewers")).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEFORE DELETE ON viewers BEGIN SELECT raise(ignore); END",
        "BEFORE DELETE ON viewers WHEN old.id = 7 BEGIN SELECT raise(ignore); END",
        "AFTER DELETE ON viewers BEGIN INSERT INTO viewers VALUES (old.id); END"
      })
  void refusesATableWithATriggerForRowsThatGo(String trigger) throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INT)",
        "INSERT INTO viewers VALUES (7)",
        "CREATE TRIGGER gone " + trigger);

    assertThatItIsNotEmptied();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CASCADE", "SET NULL", "SET DEFAULT"})
  void refusesATableWhoseRowsTakeOthersAlong(String action) throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INTEGER PRIMARY KEY)",
        "CREATE TABLE notes (of INT REFERENCES viewers ON DELETE %s)".formatted(action),
        "INSERT INTO viewers VALUES (7)",
        "INSERT INTO notes VALUES (7)");

    assertThatItIsNotEmptied();
    assertThat(Exports.query(file, "SELECT of FROM notes")).containsExactly("7");
  }

  private void assertThatItIsNotEmptied() throws Exception {
    String reason =
        "the table \"viewers\" cannot be emptied by itself: it has a trigger for that, or rows of"
            + " other tables would change, which refer to its own. Use another table=NAME.";
    assertThatThrownBy(() -> Exports.check(file, REPLACING))
        .isInstanceOf(IOException.class)
        .hasMessage(reason);
    assertThatThrownBy(() -> Exports.write(file, IDS, REPLACING)).hasMessage(reason);
    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("7");
  }

  /** They are looked at when all rows are there, so rows that come back may be referred to. */
  @ParameterizedTest
  @ValueSource(strings = {"", "ON DELETE RESTRICT"})
  void letsOthersReferToRowsThatComeBack(String action) throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (id INTEGER PRIMARY KEY)",
        "CREATE TABLE notes (of INT REFERENCES viewers %s)".formatted(action),
        "INSERT INTO viewers VALUES (2), (3)",
        "INSERT INTO notes VALUES (2)");

    Exports.check(file, REPLACING);
    Exports.write(file, IDS, REPLACING);

    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("1", "2");

    Exports.execute(file, "DELETE FROM notes", "INSERT INTO viewers VALUES (3)");
    Exports.execute(file, "INSERT INTO notes VALUES (3)");

    assertThatThrownBy(() -> Exports.write(file, IDS, REPLACING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table does not take a row (SQLite says: FOREIGN KEY constraint failed). Use another"
                + " table=NAME.");
    assertThat(Exports.query(file, "SELECT id FROM viewers")).containsExactly("1", "2", "3");
  }
}

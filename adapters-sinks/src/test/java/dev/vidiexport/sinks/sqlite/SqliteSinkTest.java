package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file, and when a table is refused. */
class SqliteSinkTest {
  private static final Map<String, String> TO_VIEWERS = Map.of("table", "viewers");
  private static final Map<String, String> REPLACING =
      Map.of("table", "viewers", "mode", "replace");
  private static final Map<String, String> APPENDING = Map.of("table", "viewers", "mode", "append");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.db");
  }

  @Test
  void declaresATypeForEveryColumn() throws Exception {
    SampleTable table =
        SampleTable.of(
                new Column("whole", ColumnType.WHOLE),
                new Column("decimal", ColumnType.DECIMAL),
                new Column("truth", ColumnType.BOOLEAN),
                new Column("time", ColumnType.TIMESTAMP),
                new Column("text", ColumnType.TEXT),
                new Column("nested", ColumnType.NESTED))
            .withRow(
                SampleValue.number("9223372036854775807"),
                SampleValue.number("0.1"),
                SampleValue.truth(true),
                SampleValue.text("2016-04-29 10:00:00.5"),
                SampleValue.number("123456789012345678901234567890"),
                SampleValue.nested("{\"a\":[1]}"));

    Exports.write(file, table, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT name, type FROM pragma_table_info('viewers')"))
        .containsExactly(
            "whole|INTEGER",
            "decimal|REAL",
            "truth|BOOLEAN",
            "time|TEXT",
            "text|TEXT",
            "nested|TEXT");
    assertThat(Exports.query(file, "SELECT * FROM viewers"))
        .containsExactly(
            "9223372036854775807|0.1|1|2016-04-29 10:00:00.500000|"
                + "123456789012345678901234567890|{\"a\":[1]}");
    assertThat(
            Exports.query(
                file,
                "SELECT typeof(whole), typeof(decimal), typeof(truth), typeof(time), typeof(text)"
                    + " FROM viewers"))
        .containsExactly("integer|real|integer|text|text");
    assertThat(
            Exports.query(file, "SELECT date(time), json_extract(nested, '$.a[0]') FROM viewers"))
        .containsExactly("2016-04-29|1");
  }

  @Test
  void keepsNamesAndTellsApartThoseThatSqliteTakesForOne() throws Exception {
    SampleTable table =
        SampleTable.of(
            new Column("age", ColumnType.WHOLE),
            new Column("Age", ColumnType.WHOLE),
            new Column("age_2", ColumnType.WHOLE),
            new Column("say \"yes\"; --", ColumnType.WHOLE),
            new Column("", ColumnType.WHOLE),
            new Column("a\0b", ColumnType.WHOLE),
            new Column("É", ColumnType.WHOLE),
            new Column("é", ColumnType.WHOLE));

    Exports.write(file, table, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT name FROM pragma_table_info('viewers')"))
        .containsExactly("age", "Age_2", "age_2_2", "say \"yes\"; --", "_", "a_b", "É", "é");
  }

  @Test
  void takesAnyNameOfATableAndOfAFile() throws Exception {
    assertTaken("100% of a?mode=memory#.db");
  }

  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void takesANameOfAFileInAnyLanguage() throws Exception {
    assertTaken("100% of é?mode=memory#.db");
  }

  private void assertTaken(String name) throws Exception {
    Path odd = folder.resolve(name);
    Map<String, String> options = Map.of("table", "a\"b; DROP TABLE x");

    Exports.check(odd, options);
    Exports.write(odd, VIEWERS, options);

    assertThat(Exports.query(odd, "SELECT count(*) FROM \"a\"\"b; DROP TABLE x\""))
        .containsExactly("2");
    assertThat(odd).exists();
  }

  @Test
  void refusesATableThatExistsEarlyAndLate() throws Exception {
    Exports.write(file, VIEWERS, TO_VIEWERS);

    for (String name : List.of("viewers", "VIEWERS")) {
      Map<String, String> options = Map.of("table", name);
      assertThatThrownBy(() -> Exports.check(file, options))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"%s\" already exists. Use another table=NAME, or mode=append or mode=replace.",
              name);
      assertThatThrownBy(() -> Exports.write(file, VIEWERS, options))
          .hasMessageContaining("already exists");
    }
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void leavesOtherTablesAloneWhateverTheMode() throws Exception {
    Exports.execute(file, "CREATE TABLE other (a)", "INSERT INTO other VALUES (7)");

    Exports.write(file, VIEWERS, TO_VIEWERS);
    Exports.write(file, VIEWERS, REPLACING);
    Exports.write(file, VIEWERS, APPENDING);

    assertThat(Exports.query(file, "SELECT a FROM other")).containsExactly("7");
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("4");
  }

  @Test
  void appendsToColumnsByNameInAnyOrder() throws Exception {
    Exports.execute(
        file, "CREATE TABLE viewers (id INTEGER PRIMARY KEY, PERIOD_START TEXT, location_id INT)");

    Exports.check(file, APPENDING);
    Exports.write(file, VIEWERS, APPENDING);

    assertThat(Exports.query(file, "SELECT * FROM viewers"))
        .containsExactly("1|2016-04-29 10:00:00|1056", "2|null|1057");
  }

  @Test
  void saysAllThatStandsAgainstAppending() throws Exception {
    Exports.execute(
        file, "CREATE TABLE viewers (location_id REAL, source TEXT NOT NULL, note TEXT)");

    assertThatThrownBy(() -> Exports.open(file, VIEWERS.schema(), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" does not take these rows: its column \"location_id\" is REAL,"
                + " which does not keep whole values; it has no column \"period_start\" to write"
                + " to; its column \"source\" needs a value, and the export has none. Use another"
                + " table=NAME.");
    // Nothing holds the file any more.
    Exports.execute(file, "INSERT INTO viewers VALUES (1, 'x', 'y')");
  }

  /** A column that is null throughout comes as text. */
  @Test
  void appendsNullsToAColumnThatTakesNoTexts() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (age INTEGER)");
    SampleTable nulls =
        SampleTable.of(new Column("age", ColumnType.TEXT)).withRow(SampleValue.nothing());

    Exports.write(file, nulls, APPENDING);

    assertThatThrownBy(() -> Exports.write(file, nulls.withRow(SampleValue.text("007")), APPENDING))
        .hasMessage(
            "the table's column \"age\" is INTEGER, which does not keep the text value of row 2."
                + " Use another table=NAME.");
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("1");
  }

  @Test
  void refusesAViewInEveryMode() throws Exception {
    Exports.execute(file, "CREATE VIEW viewers AS SELECT 1 AS a");

    for (Map<String, String> options : List.of(REPLACING, APPENDING)) {
      assertThatThrownBy(() -> Exports.check(file, options))
          .hasMessageStartingWith("\"viewers\" is a view, which keeps rows in its own way.");
    }
    assertThatThrownBy(() -> Exports.check(file, TO_VIEWERS))
        .hasMessage("the view \"viewers\" already exists. Use another table=NAME.");
  }

  @Test
  void refusesTheNameOfAnIndexInEveryMode() throws Exception {
    Exports.execute(file, "CREATE TABLE a (b)", "CREATE INDEX Viewers ON a (b)");

    for (Map<String, String> options : List.of(TO_VIEWERS, REPLACING, APPENDING)) {
      assertThatThrownBy(() -> Exports.check(file, options))
          .hasMessage("the index \"viewers\" already exists. Use another table=NAME.");
      assertThatThrownBy(() -> Exports.write(file, VIEWERS, options))
          .hasMessage("the index \"viewers\" already exists. Use another table=NAME.");
    }
  }

  @Test
  void writesMomentsAsOthersRead() throws Exception {
    SampleTable table =
        SampleTable.of(new Column("start", ColumnType.TIMESTAMP, ColumnMeaning.UTC))
            .withRow(SampleValue.text("2016-04-29 08:00:00"));

    Exports.write(file, table, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT start, unixepoch(start) FROM viewers"))
        .containsExactly("2016-04-29T08:00:00Z|1461916800");
  }

  @Test
  void keepsTheCharacterNulInTexts() throws Exception {
    SampleTable table =
        SampleTable.of(new Column("note", ColumnType.TEXT)).withRow(SampleValue.text("a\0b"));

    Exports.write(file, table, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT hex(note), octet_length(note) FROM viewers"))
        .containsExactly("610062|3");
  }

  @Test
  void refusesMoreColumnsThanATableHolds() {
    Schema wide =
        new Schema(
            IntStream.rangeClosed(0, 2000)
                .mapToObj(index -> new Column("key_" + index, ColumnType.WHOLE))
                .toList());

    assertThatThrownBy(() -> Exports.open(file, wide, TO_VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "a table of SQLite has at most 2000 columns, and the export has 2001");
    assertThat(file).doesNotExist();
  }

  @Test
  void takesAsManyColumnsAsATableHolds() throws Exception {
    SampleTable wide =
        SampleTable.of(
                IntStream.range(0, 2000)
                    .mapToObj(index -> new Column("key_" + index, ColumnType.WHOLE))
                    .toArray(Column[]::new))
            .withRow(
                IntStream.range(0, 2000)
                    .mapToObj(index -> SampleValue.number(Integer.toString(index)))
                    .toArray(SampleValue[]::new));

    Exports.write(file, wide, TO_VIEWERS);

    assertThat(Exports.query(file, "SELECT key_1999 FROM viewers")).containsExactly("1999");
  }
}

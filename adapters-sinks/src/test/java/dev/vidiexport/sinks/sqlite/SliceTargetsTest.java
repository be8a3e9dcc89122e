package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Histories.FIRST;
import static dev.vidiexport.sinks.sqlite.Histories.TABLES;
import static dev.vidiexport.sinks.sqlite.Histories.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a history may be kept, and where not. */
class SliceTargetsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("audience.db");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqlite_stat | The value of table must not begin with sqlite_, because such names belong to SQLite.
          SQLite_stat | The value of table must not begin with sqlite_, because such names belong to SQLite.
          ' '         | The value of table must be a name.
          _vidiexport_slices | The value of table must not be _vidiexport_slices, because what is known of all rows is kept there.
          _Vidiexport_Slices | The value of table must not be _vidiexport_slices, because what is known of all rows is kept there.
          """)
  void haveNoTableThatIsSqlitesOrOurs(String table, String problem) {
    assertThat(TABLES.problemWith("sqlite:a.db", Histories.table(table))).contains(problem);
  }

  @Test
  void haveNoSchema() {
    assertThat(TABLES.problemWith("sqlite:a.db", new SliceTable(Optional.of("main"), "viewers")))
        .contains("A SQLite file has no schemas, so schema must be left out.");
  }

  @Test
  void areFiles() {
    assertThat(TABLES.problemWith("sqlite:folder/", Histories.VIEWERS))
        .contains("The target must be a file, but \"folder/\" is a folder.");
    assertThat(TABLES.problemWith("sqlite://host/a.db", Histories.VIEWERS)).isPresent();
    assertThat(TABLES.problemWith("sqlite:a.db", Histories.VIEWERS)).isEmpty();
  }

  @Test
  void areNotMadeByACheckOrByWhoWritesNothing() throws Exception {
    TABLES.check(target(file, "viewers"));
    TABLES.write(target(file, "viewers")).close();
    TABLES.read(target(file, "viewers")).close();
    try (SliceWriter writer = TABLES.write(target(file, "viewers"))) {
      assertThat(writer.committed(Histories.VIEWERS, FIRST)).isEmpty();
      Histories.staged(writer, FIRST, Exports.VIEWERS).close();
    }

    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void lieInFoldersThatAreThere() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> TABLES.check(target(missing.resolve("a.db"), "viewers")))
        .isInstanceOf(IOException.class)
        .hasMessage("its folder %s does not exist", missing);
    assertThatThrownBy(() -> TABLES.check(target(folder, "viewers"))).hasMessage("it is a folder");
  }

  @Test
  void areNoDatabasesOfOtherPrograms() throws Exception {
    Files.writeString(file, "no database, but a text that is long enough for one");

    assertThatThrownBy(() -> TABLES.check(target(file, "viewers")))
        .isInstanceOf(IOException.class)
        .hasMessage("the file is not a SQLite database");
    assertThatThrownBy(() -> TABLES.read(target(file, "viewers")))
        .hasMessage("the file is not a SQLite database");
  }

  @Test
  void areNoLedgers() throws Exception {
    Exports.execute(file, "PRAGMA application_id = " + 0x76696478, "CREATE TABLE a (b)");

    assertThatThrownBy(() -> TABLES.write(target(file, "viewers")))
        .isInstanceOf(IOException.class)
        .hasMessage("it is the ledger of a history");
  }

  @Test
  void haveNoTablesOfOthers() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE Viewers (a)",
        "CREATE VIEW watchers AS SELECT * FROM viewers",
        "CREATE INDEX places ON viewers (a)");

    for (String kind : List.of("table viewers", "view watchers", "index places")) {
      String name = kind.split(" ")[1];
      assertThatThrownBy(() -> TABLES.write(target(file, name)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the %s \"%s\" is there already, and is no table of a history. Give the export another"
                  + " table. If it is this history's, whose records in _vidiexport_slices are gone,"
                  + " drop it.",
              kind.split(" ")[0], name);
    }
  }

  @Test
  void haveNoTablesOfOtherLedgers() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    SliceTarget other =
        new SliceTarget(
            "sqlite:" + file, Optional.of("other"), List.of(Histories.table("VIEWERS")));

    for (boolean dropped : new boolean[] {false, true}) {
      assertThatThrownBy(() -> TABLES.write(other))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"VIEWERS\" belongs to another history, whose ledger is not this one. Give the export another table, or use that ledger.");
      assertThatThrownBy(() -> TABLES.read(other)).isInstanceOf(IOException.class);
      if (!dropped) {
        Exports.execute(file, "DROP TABLE viewers");
      }
    }
    TABLES.check(target(file, "Viewers"));
  }

  /** Of the ledgers one stands before this one, and one behind it. */
  @Test
  void haveNoTablesOfSeveralLedgers() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    for (String other : List.of("0", "zz")) {
      Exports.execute(
          file,
          "INSERT INTO _vidiexport_slices VALUES ('viewers', '%s', '%s', 1, 0, 'f')"
              .formatted(other, other));
      assertThatThrownBy(() -> TABLES.check(target(file, "viewers")))
          .hasMessageStartingWith("the table \"viewers\" belongs to another history, ");
    }
  }

  @Test
  void haveAnIndexByWhichTheirLedgersAreFound() throws Exception {
    Exports.execute(file, "CREATE TABLE _vidiexport_ledgers_of_tables (a)");
    Histories.publish(file, FIRST, Exports.VIEWERS);

    assertThat(
            Exports.query(
                file,
                "SELECT name, sql FROM sqlite_schema WHERE tbl_name = '_vidiexport_slices'"
                    + " AND type = 'index' AND sql IS NOT NULL"))
        .containsExactly(
            "_vidiexport_ledgers_of_tables_2|CREATE INDEX \"_vidiexport_ledgers_of_tables_2\" ON"
                + " \"_vidiexport_slices\" (\"table\", ledger)");
  }

  @Test
  void haveNoTwoTablesWhoseNamesDifferInCaseAlone() {
    for (boolean reading : new boolean[] {false, true}) {
      SliceTarget target = target(file, "viewers", "Viewers");
      assertThatThrownBy(() -> (reading ? TABLES.read(target) : TABLES.write(target)).close())
          .isInstanceOf(IOException.class)
          .hasMessage(
              "two exports have the table \"Viewers\", for SQLite does not tell upper from lower case. Give the export another table.");
    }
  }

  @Test
  void haveNoTablesThatDoMoreThanToKeepRows() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    for (String change : List.of("INSERT", "DELETE")) {
      Exports.execute(
          file,
          "CREATE TRIGGER other BEFORE %s ON viewers BEGIN SELECT RAISE(IGNORE); END"
              .formatted(change));
      for (int step = 0; step < 3; step++) {
        int which = step;
        assertThatThrownBy(() -> attempt(which))
            .isInstanceOf(IOException.class)
            .hasMessage(
                "the table \"viewers\" has a trigger, which may change or drop rows, or rows of other tables refer to its own. Drop the trigger, or the foreign key, and run it again.");
      }
      Exports.execute(file, "DROP TRIGGER other");
    }
  }

  private void attempt(int step) throws IOException {
    try (SliceWriter writer = Histories.impatient(file)) {
      switch (step) {
        case 0 -> TABLES.check(target(file, "viewers"));
        case 1 -> Histories.publish(writer, FIRST, Exports.VIEWERS);
        default -> writer.remove(Histories.VIEWERS, new CommittedSlice(FIRST, 2, 0, "f2"));
      }
    }
  }

  @Test
  void takeNoMoreColumnsThanATableHas() throws Exception {
    List<SliceColumn> columns =
        IntStream.rangeClosed(1, 2000)
            .mapToObj(number -> new SliceColumn(number, new Column("c" + number, ColumnType.WHOLE)))
            .toList();
    try (SliceWriter writer = Histories.impatient(file)) {
      assertThatThrownBy(() -> writer.open(new SliceContext(Histories.VIEWERS, FIRST, columns)))
          .isInstanceOf(RowsRefusedException.class)
          .hasMessage(
              "a table of SQLite has at most 2000 columns, and \"viewers\" would have 2001");
      Histories.publish(writer, FIRST, Exports.VIEWERS);
      try (SliceSink sink = Histories.staged(writer, FIRST, Exports.VIEWERS)) {
        assertThatThrownBy(
                () -> sink.publish(Histories.committed(FIRST, Exports.VIEWERS), manyMore(columns)))
            .isInstanceOf(RowsRefusedException.class)
            .hasMessage(
                "a table of SQLite has at most 2000 columns, and \"viewers\" would have 2001");
      }
    }
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  private static List<SliceColumn> manyMore(List<SliceColumn> columns) {
    List<SliceColumn> all = new ArrayList<>(Histories.numbered(Exports.VIEWERS));
    all.addAll(columns.subList(2, 2000));
    return all;
  }
}

package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Histories.FIRST;
import static dev.vidiexport.sinks.sqlite.Histories.SECOND;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.testing.MachineRequirements;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a history looks like in a file, for whoever else reads it. */
class SliceFilesTest {
  private static final SampleTable EVERY_TYPE =
      SampleTable.of(
              new Column("whole", ColumnType.WHOLE),
              new Column("share", ColumnType.DECIMAL),
              new Column("open", ColumnType.BOOLEAN),
              new Column("begin", ColumnType.TIMESTAMP),
              new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
              new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
              new Column("places", ColumnType.NESTED),
              new Column("Öffnung \"x\"", ColumnType.TEXT))
          .withRow(
              SampleValue.number("9223372036854775807"),
              SampleValue.number("0.5"),
              SampleValue.truth(true),
              SampleValue.text("2016-04-29 10:00:00.5"),
              SampleValue.text("2016-04-29 08:00:00"),
              SampleValue.text("2016-04-29"),
              SampleValue.nested("[1,2]"),
              SampleValue.text("früh"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("audience.db");
  }

  @Test
  void isReadByTheSqliteOfTheMachine() throws Exception {
    MachineRequirements.must(
        "read SQLite's files by another SQLite: install sqlite3", "sqlite3", "-version");
    Histories.publish(file, FIRST, EVERY_TYPE);

    assertThat(shell("SELECT * FROM viewers"))
        .isEqualTo(
            "viewers/2024-01-01/1|9223372036854775807|0.5|1|2016-04-29 10:00:00.500000"
                + "|2016-04-29T08:00:00Z|2016-04-29|[1,2]|früh\n");
    assertThat(shell("SELECT name, type FROM pragma_table_info('viewers')"))
        .isEqualTo(
            "_vidiexport_slice|TEXT\nwhole|INTEGER\nshare|REAL\nopen|BOOLEAN\nbegin|TEXT\n"
                + "utc|TEXT\nday|TEXT\nplaces|TEXT\nÖffnung \"x\"|TEXT\n");
    assertThat(
            shell(
                "SELECT \"table\", slice, ledger, revision, rows, fingerprint"
                    + " FROM _vidiexport_slices"))
        .isEqualTo("viewers|viewers/2024-01-01/1|0a1b2c3d|1|1|f1\n");
    assertThat(shell("PRAGMA integrity_check")).isEqualTo("ok\n");
  }

  private String shell(String sql) throws IOException {
    Process process =
        new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", file.toString(), sql)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void findsTheRowsOfASliceByAnIndex() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);

    assertThat(
            Exports.query(
                file, "EXPLAIN QUERY PLAN SELECT * FROM viewers WHERE _vidiexport_slice = 'a'"))
        .singleElement()
        .asString()
        .contains("USING INDEX _vidiexport_slice_of_viewers");
    assertThat(
            Exports.query(
                file, "SELECT \"notnull\" FROM pragma_table_info('viewers') WHERE cid = 0"))
        .containsExactly("1");
  }

  @Test
  void beginsAnewWhereATableWasGivenAnotherName() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    Exports.execute(file, "ALTER TABLE viewers RENAME TO viewers_of_old");

    Histories.publish(file, SECOND, Exports.VIEWERS);

    assertThat(Exports.query(file, "SELECT DISTINCT _vidiexport_slice FROM viewers"))
        .containsExactly(SECOND.id());
    assertThat(Exports.query(file, "SELECT name FROM pragma_index_list('viewers')"))
        .containsExactly("_vidiexport_slice_of_viewers_2");
  }

  @Test
  void keepsNoNegativeZero() throws Exception {
    SampleTable zero = SampleTable.ofColumn(ColumnType.DECIMAL, SampleValue.number("-0.0"));

    Histories.publish(file, FIRST, zero);

    assertThat(Exports.query(file, "SELECT value, typeof(value) FROM viewers"))
        .containsExactly("0.0|real");
  }

  @Test
  void putsAColumnThatBecomesWiderBehindTheOthers() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    SampleTable wider =
        SampleTable.of(
                new Column("location_id", ColumnType.TEXT),
                new Column("period_start", ColumnType.TIMESTAMP))
            .withRow(SampleValue.text("hall"), SampleValue.nothing());

    Histories.publish(file, SECOND, wider);

    assertThat(Exports.query(file, "SELECT * FROM viewers"))
        .containsExactly(
            "viewers/2024-01-01/1|2016-04-29 10:00:00|1056",
            "viewers/2024-01-01/1|null|1057",
            "viewers/2024-01-02/1|null|hall");
    assertThat(Exports.query(file, "SELECT name, type FROM pragma_table_info('viewers')"))
        .containsExactly("_vidiexport_slice|TEXT", "period_start|TEXT", "location_id|TEXT");
  }

  @Test
  void makesTextsOfDecimalsThatAreReadAsTheSame() throws Exception {
    List<String> decimals =
        List.of(
            "0.1",
            "0.30000000000000004",
            "1.0e+22",
            "-12.5",
            "4.9406564584124654e-324",
            "1.7976931348623157e+308",
            "123456789.01234567");
    Histories.publish(
        file,
        FIRST,
        SampleTable.ofColumn(
            ColumnType.DECIMAL,
            decimals.stream().map(SampleValue::number).toArray(SampleValue[]::new)));

    Histories.publish(
        file, SECOND, SampleTable.ofColumn(ColumnType.TEXT, SampleValue.text("many")));

    assertThat(Exports.query(file, "SELECT value FROM viewers WHERE value <> 'many'"))
        .isEqualTo(decimals);
  }

  @Test
  void widensNoColumnThatOthersUse() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    Exports.execute(file, "CREATE INDEX theirs ON viewers (location_id)");
    SampleTable wider =
        SampleTable.of(new Column("location_id", ColumnType.TEXT))
            .withRow(SampleValue.text("hall"));

    assertThatThrownBy(() -> Histories.publish(file, SECOND, wider))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the column \"location_id\" of the table \"viewers\" is to hold text values, and something that others made in the database uses it, such as an index or a view. Drop that, and run it again.");

    assertThat(Exports.query(file, "SELECT count(*), max(location_id) FROM viewers"))
        .containsExactly("2|1057");
    Exports.execute(file, "DROP INDEX theirs");
    Histories.publish(file, SECOND, wider);
  }

  @Test
  void makesNoColumnNarrower() throws Exception {
    Histories.publish(file, FIRST, EVERY_TYPE);
    SampleTable narrower =
        SampleTable.of(new Column("whole", ColumnType.BOOLEAN)).withRow(SampleValue.truth(true));

    assertThatThrownBy(() -> Histories.publish(file, SECOND, narrower))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the column \"whole\" of the table \"viewers\" is INTEGER, and cannot become one of boolean values. Give it another name, and run it again.");
  }

  @Test
  void refusesRowsThatOthersAllowOnce() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    Exports.execute(file, "CREATE UNIQUE INDEX theirs ON viewers (location_id)");

    assertThatThrownBy(() -> Histories.publish(file, SECOND, Exports.VIEWERS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table does not take a row (SQLite says: UNIQUE constraint failed: viewers.location_id). Drop what others have added to the table that refuses it, such as an index, and run it again.");
    Histories.publish(file, FIRST, Exports.VIEWERS);
  }

  @Test
  void leavesRowsThatWereMiscountedWhereTheyAre() throws Exception {
    Histories.publish(file, FIRST, Exports.VIEWERS);
    try (SliceWriter writer = Histories.impatient(file);
        SliceSink sink = Histories.staged(writer, FIRST, Exports.VIEWERS)) {
      assertThatThrownBy(
              () ->
                  sink.publish(
                      Histories.committed(FIRST, SampleTable.ofColumn(ColumnType.WHOLE)),
                      Histories.numbered(Exports.VIEWERS)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"viewers\" was given 2 rows in place of 0, so nothing was written. Run it again.");
    }
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }
}

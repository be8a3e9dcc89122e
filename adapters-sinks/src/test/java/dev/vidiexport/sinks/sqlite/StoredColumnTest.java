package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Histories.FIRST;
import static dev.vidiexport.sinks.sqlite.Histories.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a table to which others wrote. */
class StoredColumnTest {
  private static final SampleTable EVERY_TYPE =
      SampleTable.of(
          new Column("whole", ColumnType.WHOLE),
          new Column("share", ColumnType.DECIMAL),
          new Column("open", ColumnType.BOOLEAN),
          new Column("begin", ColumnType.TIMESTAMP),
          new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
          new Column("name", ColumnType.TEXT),
          new Column("places", ColumnType.NESTED));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          whole  | 'many' | whole
          whole  | 0.5    | whole
          share  | 'many' | decimal
          share  | x'00'  | decimal
          open   | 2      | boolean
          open   | 'true' | boolean
          begin  | 5      | timestamp
          begin  | '2016-04-29' | timestamp
          begin  | '2016-04-29T10:00:00' | timestamp
          begin  | '2016-04-29 10:00:00Z' | timestamp
          begin  | '2016-02-30 10:00:00' | timestamp
          begin  | '2016-04-29 10:00:00.0000001' | timestamp
          utc    | '2016-04-29 10:00:00' | timestamp
          utc    | '2016-04-29T10:00:00' | timestamp
          name   | x'00'  | text
          places | x'00'  | nested
          """)
  void isNoValueWhereThisProgramWouldNotWriteIt(String column, String value, String type)
      throws Exception {
    Path file = fileWith(column, value);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" has something in its column \"%s\" that is no %s value, and was not written by this program",
            column, type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          whole | -5      | 0=-5
          share | 7       | 1=7.0
          share | 0.25    | 1=0.25
          open  | 0       | 2=false
          begin | '1969-12-31 23:59:59.999999' | 3=-1
          begin | '0001-01-01 00:00:00' | 3=-62135596800000000
          utc   | '9999-12-31T23:59:59.999999Z' | 4=253402300799999999
          places | '[1]'  | 6=[1]
          """)
  void isAValueWhereItIsOne(String column, String value, String read) throws Exception {
    assertThat(read(fileWith(column, value))).containsExactly(read, "row");
  }

  @Test
  void isNoTableWithAColumnOfAnotherType() throws Exception {
    Path file = folder.resolve("audience.db");
    Histories.publish(file, FIRST, EVERY_TYPE);
    Exports.execute(
        file, "ALTER TABLE viewers DROP COLUMN whole", "ALTER TABLE viewers ADD COLUMN whole BLOB");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the column \"whole\" of the table \"viewers\" is BLOB, and no longer one of whole values");
  }

  private Path fileWith(String column, String value) throws Exception {
    Path file = folder.resolve("audience.db");
    Histories.publish(file, FIRST, EVERY_TYPE);
    Exports.execute(
        file,
        "INSERT INTO viewers (_vidiexport_slice, %s) VALUES ('%s', %s)"
            .formatted(column, FIRST.id(), value));
    return file;
  }

  private static List<String> read(Path file) throws IOException {
    List<SliceColumn> columns = Histories.numbered(EVERY_TYPE);
    Words words = new Words();
    try (SliceReader reader = Histories.TABLES.read(Histories.target(file, "viewers"));
        SliceRows rows = reader.rows(VIEWERS, FIRST, columns)) {
      assertThat(rows.fill(words)).isTrue();
    }
    return words.all;
  }

  /** Notes what is put. */
  private static final class Words implements RowFiller {
    private final List<String> all = new ArrayList<>();

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void putWhole(int column, long value) {
      all.add(column + "=" + value);
    }

    @Override
    public void putDecimal(int column, double value) {
      all.add(column + "=" + value);
    }

    @Override
    public void putTruth(int column, boolean value) {
      all.add(column + "=" + value);
    }

    @Override
    public void putTimestampMicros(int column, long micros) {
      all.add(column + "=" + micros);
    }

    @Override
    public void putText(int column, String text) {
      all.add(column + "=" + text);
    }

    @Override
    public void endRow() {
      all.add("row");
    }
  }
}

package dev.vidiexport.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of others keep which values; SQLite itself is asked. */
class AffinityTest {
  private static final Map<String, String> APPENDING = Map.of("table", "t", "mode", "append");
  private static final List<Value> VALUES =
      List.of(
          new Value(ColumnType.WHOLE, SampleValue.number("9007199254740993"), "9007199254740993"),
          new Value(ColumnType.DECIMAL, SampleValue.number("0.30000000000000004"), "true"),
          new Value(ColumnType.BOOLEAN, SampleValue.truth(true), "1"),
          new Value(
              ColumnType.TIMESTAMP, SampleValue.text("2016-04-29 10:00:00"), "2016-04-29 10:00:00"),
          new Value(ColumnType.TEXT, SampleValue.text("007"), "007"),
          new Value(ColumnType.NESTED, SampleValue.nested("[1]"), "[1]"));

  private record Value(ColumnType type, SampleValue value, String read) {}

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BIGINT        |        | WHOLE DECIMAL BOOLEAN
          DATETIME      |        | WHOLE DECIMAL BOOLEAN TIMESTAMP NESTED
          JSON          |        | WHOLE DECIMAL BOOLEAN TIMESTAMP NESTED
          DOUBLE        |        | DECIMAL
          VARCHAR(20)   |        | WHOLE TIMESTAMP TEXT NESTED
          BLOB          |        | WHOLE DECIMAL BOOLEAN TIMESTAMP TEXT NESTED
          ''            |        | WHOLE DECIMAL BOOLEAN TIMESTAMP TEXT NESTED
          INT           | STRICT | WHOLE BOOLEAN
          REAL          | STRICT | DECIMAL
          TEXT          | STRICT | WHOLE TIMESTAMP TEXT NESTED
          ANY           | STRICT | WHOLE DECIMAL BOOLEAN TIMESTAMP TEXT NESTED
          BLOB          | STRICT | ''
          """)
  void tellsWhichTypesAColumnKeeps(String declared, String strict, String kept) throws Exception {
    Path file = folder.resolve("audience.db");
    Exports.execute(
        file, "CREATE TABLE t (a %s) %s".formatted(declared, strict == null ? "" : strict));

    for (Value value : VALUES) {
      SampleTable table = SampleTable.of(new Column("a", value.type())).withRow(value.value());
      if (List.of(kept.split(" ")).contains(value.type().name())) {
        Exports.write(file, table, APPENDING);
        String read = value.type() == ColumnType.DECIMAL ? "iif(a = 0.1 + 0.2, 'true', a)" : "a";
        assertThat(Exports.query(file, "SELECT %s FROM t".formatted(read)))
            .as("%s in %s", value.type(), declared)
            .containsExactly(value.read());
        Exports.execute(file, "DELETE FROM t");
      } else {
        assertThatThrownBy(() -> Exports.write(file, table, APPENDING))
            .as("%s in %s", value.type(), declared)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("which does not keep");
      }
    }
  }

  @Test
  void keepsDaysWhereTheyLookLikeNoNumber() throws Exception {
    Path file = folder.resolve("audience.db");
    Exports.execute(file, "CREATE TABLE t (a DATE)");
    SampleTable days =
        SampleTable.of(new Column("a", ColumnType.TEXT, ColumnMeaning.DATE))
            .withRow(SampleValue.text("2016-04-29"));

    Exports.write(file, days, APPENDING);

    assertThat(Exports.query(file, "SELECT a, typeof(a) FROM t"))
        .containsExactly("2016-04-29|text");
  }
}

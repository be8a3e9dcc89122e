package dev.vidiexport.sinks.parquet;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetSinkTest {
  private static final SampleTable EVERY_TYPE =
      new SampleTable(
          new Schema(
              Stream.of(ColumnType.values()).map(type -> new Column(type.label(), type)).toList()),
          List.of());

  @TempDir Path folder;

  @Test
  void givesEveryColumnTheTypeThatEnginesKnow() throws Exception {
    Path file = written(EVERY_TYPE, Map.of());

    assertThat(
            DuckDb.rows(
                file,
                "SELECT column_name, column_type, \"null\""
                    + " FROM (DESCRIBE SELECT * FROM read_parquet(?))"))
        .containsExactly(
            List.of("whole", "BIGINT", "YES"),
            List.of("decimal", "DOUBLE", "YES"),
            List.of("text", "VARCHAR", "YES"),
            List.of("boolean", "BOOLEAN", "YES"),
            List.of("timestamp", "TIMESTAMP", "YES"),
            List.of("nested", "JSON", "YES"));
  }

  private static final Schema DAY_AND_UTC =
      Schema.of(
          new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
          new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC));

  @Test
  void givesDaysAndTimesInUtcTheirOwnTypes() throws Exception {
    Path file = written(new SampleTable(DAY_AND_UTC, List.of()), Map.of());

    assertThat(
            DuckDb.rows(
                file,
                "SELECT column_name, column_type, \"null\""
                    + " FROM (DESCRIBE SELECT * FROM read_parquet(?))"))
        .containsExactly(
            List.of("day", "DATE", "YES"), List.of("utc", "TIMESTAMP WITH TIME ZONE", "YES"));
    assertThat(
            DuckDb.rows(
                file,
                "SELECT name, type, repetition_type, logical_type"
                    + " FROM parquet_schema(?) WHERE num_children IS NULL"))
        .containsExactly(
            List.of("day", "INT32", "OPTIONAL", "DateType()"),
            List.of(
                "utc",
                "INT64",
                "OPTIONAL",
                "TimestampType(isAdjustedToUTC=1, unit=TimeUnit(MILLIS=<null>,"
                    + " MICROS=MicroSeconds(), NANOS=<null>))"));
  }

  /** With a dictionary, without one, and where one does not pay. */
  @ParameterizedTest
  @CsvSource({"400, 134217728", "400, 65536", "3000000, 134217728"})
  void writesDaysAndTimesInUtcAsTheyAre(int different, String rowGroupBytes) throws Exception {
    Random random = Property.random(different);
    LocalDateTime begin = LocalDateTime.of(1, 1, 1, 0, 0);
    List<List<SampleValue>> rows = new ArrayList<>();
    List<List<Object>> told = new ArrayList<>();
    for (int row = 0; row < 25_000; row++) {
      LocalDateTime time = begin.plusDays(random.nextInt(different)).plusNanos(row * 1000L);
      boolean hasDay = random.nextInt(10) > 0;
      rows.add(
          List.of(hasDay ? text(time.toLocalDate().toString()) : nothing(), text(time.toString())));
      told.add(Arrays.asList(hasDay ? time.toLocalDate().toString() : null, utc(time)));
    }
    Path file =
        written(new SampleTable(DAY_AND_UTC, rows), Map.of("row-group-bytes", rowGroupBytes));

    assertThat(
            DuckDb.rows(
                file,
                "SELECT CAST(day AS VARCHAR),"
                    + " strftime(utc AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%f')"
                    + " FROM read_parquet(?)"))
        .isEqualTo(told);
  }

  private static String utc(LocalDateTime time) {
    return time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT));
  }

  /** Engines leave row groups and pages out by the bounds in the file. */
  @Test
  void isSearchedRightByDays() throws Exception {
    List<List<SampleValue>> rows = new ArrayList<>();
    LocalDate begin = LocalDate.of(1969, 12, 1);
    for (int row = 0; row < 50_000; row++) {
      rows.add(List.of(text(begin.plusDays(row % 61).toString()), nothing()));
    }
    Path file = written(new SampleTable(DAY_AND_UTC, rows), Map.of());

    assertThat(found(file, "day < DATE '1969-12-02'")).isEqualTo(820);
    assertThat(found(file, "day = DATE '1970-01-30'")).isEqualTo(819);
    assertThat(found(file, "day > DATE '1970-01-30'")).isZero();
    assertThat(
            DuckDb.rows(
                file,
                "SELECT DISTINCT stats_min_value, stats_max_value FROM parquet_metadata(?)"
                    + " WHERE path_in_schema = 'day'"))
        .containsExactly(List.of("1969-12-01", "1970-01-30"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-4-29",
        "2016-04-31",
        "0000-01-01",
        "12016-04-29",
        "2016/04/29",
        "2016-04-29 ",
        "-016-04-29",
        "2016-04-2\u0669",
        "29.04.2016"
      })
  void refusesTextsThatAreNoDays(String text) {
    SampleTable table = new SampleTable(DAY_AND_UTC, List.of(List.of(text(text), nothing())));

    assertThatThrownBy(() -> written(table, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the column \"day\" must hold days such as 2016-04-29, but holds \"" + text + "\"");
  }

  @Test
  void saysInTheFooterWhatTheValuesMean() throws Exception {
    Path file = written(EVERY_TYPE, Map.of());

    assertThat(
            DuckDb.rows(
                file,
                "SELECT name, type, repetition_type, coalesce(logical_type, '')"
                    + " FROM parquet_schema(?) WHERE num_children IS NULL"))
        .containsExactly(
            List.of("whole", "INT64", "OPTIONAL", ""),
            List.of("decimal", "DOUBLE", "OPTIONAL", ""),
            List.of("text", "BYTE_ARRAY", "OPTIONAL", "StringType()"),
            List.of("boolean", "BOOLEAN", "OPTIONAL", ""),
            List.of(
                "timestamp",
                "INT64",
                "OPTIONAL",
                "TimestampType(isAdjustedToUTC=0, unit=TimeUnit(MILLIS=<null>,"
                    + " MICROS=MicroSeconds(), NANOS=<null>))"),
            List.of("nested", "BYTE_ARRAY", "OPTIONAL", "JsonType()"));
  }

  /** Engines leave pages out by the bounds in the file, and NaN has no place between bounds. */
  @ParameterizedTest
  @CsvSource({"NaN, 0.5", "Infinity, 0.5", "-Infinity, NaN", "0.5, NaN", "NaN, NaN"})
  void isSearchedRightWhereNumbersAreNotFinite(String first, String later) throws Exception {
    List<List<SampleValue>> rows = new ArrayList<>();
    rows.add(List.of(number(first)));
    for (int row = 0; row < 50_000; row++) {
      rows.add(List.of(number(row % 20_000 == 7 ? later : row + ".5")));
    }
    Path file =
        written(
            new SampleTable(Schema.of(new Column("a", ColumnType.DECIMAL)), rows),
            Map.of("row-group-bytes", "65536"));

    assertThat(found(file, "isnan(a)")).isEqualTo(count(rows, Double::isNaN));
    assertThat(found(file, "a = 'inf'"))
        .isEqualTo(count(rows, value -> value == Double.POSITIVE_INFINITY));
    assertThat(found(file, "a < 3")).isEqualTo(count(rows, value -> value < 3));
    assertThat(found(file, "a > 30000 AND NOT isnan(a)"))
        .isEqualTo(count(rows, value -> value > 30_000));
    assertThat(found(file, "a IS NULL")).isZero();
  }

  private static long found(Path file, String condition) throws SQLException {
    return (long)
        DuckDb.rows(file, "SELECT count(*) FROM read_parquet(?) WHERE " + condition).get(0).get(0);
  }

  private static long count(List<List<SampleValue>> rows, DoublePredicate condition) {
    return rows.stream()
        .mapToDouble(row -> Double.parseDouble(row.get(0).characters()))
        .filter(condition)
        .count();
  }

  @Test
  void namesInTheFooterWhereTheRowsCameFrom() throws Exception {
    SampleTable table =
        SampleTable.of(
                new Column("age", ColumnType.WHOLE),
                new Column("Age", ColumnType.WHOLE),
                new Column("", ColumnType.WHOLE))
            .withRow(number("1"), number("2"), number("3"));

    Path file = written(table, Map.of());

    assertThat(footer(file))
        .containsExactly(
            List.of("vidiexport.columns", "{\"Age_2\":\"Age\",\"_\":\"\"}"),
            List.of("vidiexport.creation_date", "2016-08-25T15:22:35"),
            List.of("vidiexport.request", "{\"locations\":\"1056\",\"data_type\":\"viewers\"}"),
            List.of("vidiexport.rows", "1"),
            List.of("vidiexport.version", "0.1.0"));
    assertThat(DuckDb.all(file).names()).containsExactly("age", "Age_2", "_");
  }

  @Test
  void namesNoColumnsInTheFooterWhenAllAreCalledAsReceived() throws Exception {
    Path file = written(EVERY_TYPE, Map.of());

    assertThat(footer(file)).contains(List.of("vidiexport.columns", "{}"));
  }

  @Test
  void writesNoFieldIdsWhereColumnsHaveNoNumbers() throws Exception {
    assertThat(fieldIds(written(EVERY_TYPE, Map.of())))
        .hasSize(EVERY_TYPE.schema().size())
        .allSatisfy(column -> assertThat(column.get(1)).isNull());
  }

  @Test
  void writesTheNumbersOfColumnsAsFieldIds() throws Exception {
    Path file = written(EVERY_TYPE, new int[] {7, 1, 3, 200, 5, 6}, List.of());

    assertThat(fieldIds(file))
        .extracting(column -> column.get(1))
        .containsExactly(7L, 1L, 3L, 200L, 5L, 6L);
    assertThat(DuckDb.all(file)).isEqualTo(DuckDb.all(written(EVERY_TYPE, Map.of())));
  }

  @Test
  void isReadByTheNumbersOfColumnsWhateverTheirNamesAre() throws Exception {
    SampleTable table =
        SampleTable.of(new Column("date_2", ColumnType.TEXT), new Column("b", ColumnType.WHOLE))
            .withRow(text("x"), number("27"));
    Path file = written(table, new int[] {4, 2}, List.of("date", "b"));

    assertThat(
            DuckDb.rows(
                file,
                "SELECT count, day, missing FROM read_parquet(?, schema = MAP {"
                    + "2: {name: 'count', type: 'BIGINT', default_value: NULL},"
                    + "4: {name: 'day', type: 'VARCHAR', default_value: NULL},"
                    + "9: {name: 'missing', type: 'BIGINT', default_value: NULL}})"))
        .containsExactly(Arrays.asList(27L, "x", null));
    assertThat(footer(file)).contains(List.of("vidiexport.columns", "{\"date_2\":\"date\"}"));
  }

  private static List<List<Object>> fieldIds(Path file) throws SQLException {
    return DuckDb.rows(
        file, "SELECT name, field_id::BIGINT FROM parquet_schema(?) WHERE num_children IS NULL");
  }

  @Test
  void writesTheExampleOfTheSpecification() throws Exception {
    SampleTable example =
        SampleTable.of(
                new Column("location_id", ColumnType.WHOLE),
                new Column("period_start", ColumnType.TIMESTAMP),
                new Column("watcher_count", ColumnType.WHOLE))
            .withRow(number("1056"), text("2016-04-29 10:00:00"), number("27"))
            .withRow(number("1056"), text("2016-04-29 11:00:00"), number("0"));

    assertThat(DuckDb.all(written(example, Map.of())).rows())
        .containsExactly(
            List.of(1056L, LocalDateTime.of(2016, 4, 29, 10, 0), 27L),
            List.of(1056L, LocalDateTime.of(2016, 4, 29, 11, 0), 0L));
  }

  @Test
  void writesTimestampsOfEveryYearAndMicrosecond() throws Exception {
    assertThat(
            values(
                ColumnType.TIMESTAMP,
                text("0001-01-01 00:00:00"),
                text("2016-04-29T10:00:00.25"),
                text("9999-12-31 23:59:59.999999"),
                nothing()))
        .containsExactly(
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(2016, 4, 29, 10, 0, 0, 250_000_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
            null);
  }

  @Test
  void writesAColumnOfMixedKindsAsTheCharactersReceived() throws Exception {
    assertThat(
            values(
                ColumnType.TEXT,
                text("1"),
                number("1.50"),
                number("123456789012345678901234567890"),
                number("1e400"),
                truth(true),
                nested("{\"a\":1}"),
                text(""),
                nothing()))
        .containsExactly(
            "1", "1.50", "123456789012345678901234567890", "1e400", "true", "{\"a\":1}", "", null);
  }

  @Test
  void writesNestedValuesThatEnginesLookInto() throws Exception {
    SampleTable table =
        SampleTable.ofColumn(
            ColumnType.NESTED, nested("[{\"content_id\":12},{\"content_id\":13}]"), nothing());

    assertThat(
            DuckDb.rows(
                written(table, Map.of()),
                "SELECT value->>'$[1].content_id' FROM read_parquet(?) WHERE value IS NOT NULL"))
        .containsExactly(List.of("13"));
  }

  @ParameterizedTest
  @CsvSource({"zstd, ZSTD", "snappy, SNAPPY", "gzip, GZIP", "none, UNCOMPRESSED"})
  void compressesAsAsked(String compression, String inFooter) throws Exception {
    SampleTable table = numbers(1_000);

    Path file = written(table, Map.of("compression", compression));

    assertThat(DuckDb.rows(file, "SELECT DISTINCT compression FROM parquet_metadata(?)"))
        .containsExactly(List.of(inFooter));
    assertThat(DuckDb.all(file).rows()).isEqualTo(meaning(table));
  }

  @Test
  void keepsRowGroupsWithinTheirBound() throws Exception {
    SampleTable table = numbers(40_000);

    Path file = written(table, Map.of("row-group-bytes", "65536", "compression", "none"));

    List<List<Object>> bytesOfGroups =
        DuckDb.rows(
            file,
            "SELECT sum(total_uncompressed_size)::BIGINT FROM parquet_metadata(?)"
                + " GROUP BY row_group_id");
    assertThat(bytesOfGroups).hasSizeGreaterThan(3);
    assertThat(bytesOfGroups)
        .allSatisfy(bytes -> assertThat((Long) bytes.get(0)).isLessThanOrEqualTo(65536));
    assertThat(DuckDb.all(file).rows()).isEqualTo(meaning(table));
  }

  @Test
  void keepsRowGroupsOfManyColumnsWithinTheirBound() throws Exception {
    int columns = 100;
    int headersBytes = columns * 64;
    Schema schema =
        new Schema(
            IntStream.range(0, columns)
                .mapToObj(column -> new Column("c" + column, ColumnType.WHOLE))
                .toList());
    List<List<SampleValue>> rows =
        IntStream.range(0, 1_000)
            .mapToObj(row -> Collections.nCopies(columns, number(String.valueOf(row * 7919L))))
            .toList();

    Path file =
        written(
            new SampleTable(schema, rows),
            Map.of("row-group-bytes", "65536", "compression", "none"));

    assertThat(
            DuckDb.rows(
                file,
                "SELECT sum(total_uncompressed_size)::BIGINT FROM parquet_metadata(?)"
                    + " GROUP BY row_group_id"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            bytes -> assertThat((Long) bytes.get(0)).isLessThanOrEqualTo(65536 + headersBytes));
  }

  @Test
  void writesOneRowGroupWhereTheRowsFit() throws Exception {
    Path file = written(numbers(40_000), Map.of());

    assertThat(DuckDb.rows(file, "SELECT DISTINCT row_group_id FROM parquet_metadata(?)"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65535", "1073741825", "32MiB", ""})
  void refusesRowGroupsThatHelpNobody(String bytes) {
    assertThatThrownBy(() -> trial(Map.of("row-group-bytes", bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "row-group-bytes must be a whole number from 65536 to 1073741824, but was \"%s\"",
            bytes);
  }

  @Test
  void keepsLongTextsOutOfTheFooter() throws Exception {
    int length = 100_000;
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text("x".repeat(length)));

    Path file = written(table, Map.of("compression", "none"));

    assertThat(Files.size(file)).isBetween((long) length, length + 2_000L);
  }

  @Test
  void findsNoHadoopHere() {
    assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private static SampleTable numbers(int rows) {
    Random random = Property.random(rows);
    List<List<SampleValue>> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      values.add(List.of(number(Long.toString(random.nextLong()))));
    }
    return SampleTable.ofColumn(ColumnType.WHOLE).withRows(values);
  }

  private static List<List<Object>> meaning(SampleTable numbers) {
    return numbers.rows().stream()
        .map(row -> List.<Object>of(Long.valueOf(row.get(0).characters())))
        .toList();
  }

  private static List<List<Object>> footer(Path file) throws SQLException {
    return DuckDb.rows(
        file,
        "SELECT decode(key) AS k, decode(value) FROM parquet_kv_metadata(?)"
            + " WHERE starts_with(decode(key), 'vidiexport.') ORDER BY k");
  }

  private List<Object> values(ColumnType type, SampleValue... values) throws Exception {
    Path file = written(SampleTable.ofColumn(type, values), Map.of());
    return DuckDb.all(file).rows().stream().flatMap(row -> Arrays.stream(row.toArray())).toList();
  }

  private Path written(SampleTable table, Map<String, String> options) throws IOException {
    return Files.write(
        folder.resolve("out.parquet"), trial(options).bytes(table, Optional.of("parquet")));
  }

  private Path written(SampleTable table, int[] numbers, List<String> received) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NumberedContext context = new NumberedContext(bytes, table.schema(), numbers, received);
    try (Sink sink = new ParquetSinkProvider().open(context)) {
      RowBatchBuilder batch = new RowBatchBuilder(table.schema());
      for (List<SampleValue> row : table.rows()) {
        for (int column = 0; column < row.size(); column++) {
          row.get(column).putInto(batch, column);
        }
        batch.endRow();
      }
      if (batch.batch().rows() > 0) {
        sink.write(batch.batch());
      }
      sink.commit(new Provenance(Map.of(), Optional.empty(), table.rows().size(), "0.1.0"));
    }
    return Files.write(folder.resolve("numbered.parquet"), bytes.toByteArray());
  }

  /** Knows the numbers of columns, and their keys where they have other names. */
  private record NumberedContext(
      ByteArrayOutputStream bytes, Schema schema, int[] numbers, List<String> received)
      implements SinkContext {
    @Override
    public SinkTarget target() {
      return new SinkTarget.Bytes(bytes, Optional.of("parquet"));
    }

    @Override
    public SinkOptions options() {
      return SinkOptions.of(new ParquetSinkProvider(), Map.of());
    }

    @Override
    public OptionalInt columnNumber(int column) {
      return OptionalInt.of(numbers[column]);
    }

    @Override
    public String receivedName(int column) {
      return received.isEmpty() ? schema.column(column).name() : received.get(column);
    }
  }

  private static SinkTrial trial(Map<String, String> options) {
    return SinkTrial.of(new ParquetSinkProvider(), options);
  }
}

package dev.vidiexport.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet that DuckDB has written is read as DuckDB means it, or refused in words. */
class ForeignParquetTest {
  private static final FileFormat PARQUET = new FileFormat("parquet", Map.of());
  private static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "whole", "whole", ColumnType.WHOLE),
          new NumberedColumn(2, "decimal", "decimal", ColumnType.DECIMAL),
          new NumberedColumn(3, "label", "label", ColumnType.TEXT),
          new NumberedColumn(4, "open", "open", ColumnType.BOOLEAN),
          new NumberedColumn(5, "start", "start", ColumnType.TIMESTAMP));
  private static final List<NumberedColumn> WITH_MEANING =
      List.of(
          new NumberedColumn(1, "day", "day", ColumnType.TEXT, ColumnMeaning.DATE, true),
          new NumberedColumn(2, "utc", "utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC, true));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy", "gzip", "uncompressed"})
  void isReadAsItWasMeant(String codec) throws Exception {
    Path file =
        written(
            "SELECT i::BIGINT AS whole, i / 4.0::DOUBLE AS decimal, 'text ' || (i % 10) AS label,"
                + " i % 2 = 0 AS open, TIMESTAMP '2024-03-01 00:00:00.000001'"
                + " + INTERVAL (i) MINUTE AS start FROM range(5000) r(i)"
                + " UNION ALL SELECT NULL, NULL, NULL, NULL, NULL",
            "COMPRESSION " + codec);

    ReadRows read = ReadRows.of(file, PARQUET, COLUMNS);

    assertThat(read.columns()).isEqualTo(COLUMNS);
    assertThat(read.rows()).hasSize(5001);
    assertThat(read.rows().get(4321))
        .containsExactly(
            4321L,
            1080.25,
            "text 1",
            false,
            LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(4321).plusNanos(1000));
    assertThat(read.rows().get(5000)).isEqualTo(Arrays.asList(null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1::BIGINT AS whole, 1 AS other | zstd | has a column \"other\", which the ledger",
        "1::INTEGER AS whole | zstd | its column \"whole\" is of a kind that this program does not",
        "{'a': 1} AS whole | zstd | its column \"whole\" is of a kind that this program does not",
        "[1] AS whole | zstd | its column \"whole\" is of a kind that this program does not",
        "'a' AS whole | zstd | its column \"whole\" is text, but the ledger says whole",
        "DATE '2016-04-29' AS label | zstd | its column \"label\" is date, but the ledger says text",
        "TIMESTAMPTZ '2016-04-29 08:00:00Z' AS start | zstd | is timestamp in UTC, but the ledger",
        "1::BIGINT AS whole | lz4_raw | its pages are packed with LZ4_RAW, which this program",
        "1::BIGINT AS whole | brotli | its pages are packed with BROTLI, which this program"
      })
  void isRefusedWhereItIsNotAsThisProgramWritesIt(String columns, String codec, String why)
      throws Exception {
    // DuckDB says of columns that never are null that they may not be.
    String nulls = columns.contains("other") ? "NULL, NULL" : "NULL";
    Path file = written("SELECT " + columns + " UNION ALL SELECT " + nulls, "COMPRESSION " + codec);

    assertThatThrownBy(() -> ReadRows.of(file, PARQUET, COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The file " + file + " cannot be read back: ")
        .hasMessageContaining(why);
  }

  @Test
  void isReadWithDaysAndTimesInUtc() throws Exception {
    Path file =
        written(
            "SELECT (DATE '0001-01-01' + (i * 73)::INTEGER) AS day,"
                + " TIMESTAMPTZ '2024-03-01 00:00:00.000001Z' + INTERVAL (i) MINUTE AS utc"
                + " FROM range(5000) r(i) UNION ALL SELECT NULL, NULL",
            "COMPRESSION zstd");

    ReadRows read = ReadRows.of(file, PARQUET, WITH_MEANING);

    assertThat(read.columns()).isEqualTo(WITH_MEANING);
    assertThat(read.rows().get(0))
        .containsExactly("0001-01-01", LocalDateTime.of(2024, 3, 1, 0, 0).plusNanos(1000));
    assertThat(read.rows().get(4321))
        .containsExactly(
            LocalDate.of(1, 1, 1).plusDays(4321 * 73).toString(),
            LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(4321).plusNanos(1000));
    assertThat(read.rows().get(5000)).isEqualTo(Arrays.asList(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'2016-04-29' AS day | its column \"day\" is text, but the ledger says date",
        "7::INTEGER AS day | its column \"day\" is of a kind that this program does not",
        "TIMESTAMP '2016-04-29 08:00:00' AS utc | is timestamp, but the ledger says timestamp in UTC",
        "DATE '10000-01-01' AS day | behind row 0, there is a date that is not of the years 1 to",
        "DATE '0001-12-31 (BC)' AS day | there is a date that is not of the years 1 to 9999"
      })
  void isRefusedWhereItsMeaningIsAnother(String column, String why) throws Exception {
    Path file = written("SELECT " + column + " UNION ALL SELECT NULL", "COMPRESSION zstd");

    assertThatThrownBy(() -> ReadRows.of(file, PARQUET, WITH_MEANING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The file " + file + " cannot be read back: ")
        .hasMessageContaining(why);
  }

  @Test
  void isReadAlsoInEncodingsThatThisProgramDoesNotUse() throws Exception {
    Path file =
        written(
            "SELECT i * i AS whole, i / 3.0::DOUBLE AS decimal, 'text ' || i AS label"
                + " FROM range(1000) r(i) UNION ALL SELECT NULL, NULL, NULL",
            "PARQUET_VERSION V2");

    ReadRows read = ReadRows.of(file, PARQUET, COLUMNS);

    assertThat(read.rows().get(999)).containsExactly(998001L, 333.0, "text 999");
  }

  private Path written(String query, String options) throws SQLException {
    Path file = folder.resolve("foreign.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet, %s)".formatted(query, file, options));
    }
    return file;
  }
}

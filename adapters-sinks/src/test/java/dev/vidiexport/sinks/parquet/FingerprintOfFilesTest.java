package dev.vidiexport.sinks.parquet;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTrial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fingerprint of rows is that of the rows that DuckDB reads from any of their files. */
class FingerprintOfFilesTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("whole", ColumnType.WHOLE),
          new Column("decimal", ColumnType.DECIMAL),
          new Column("text", ColumnType.TEXT),
          new Column("truth", ColumnType.BOOLEAN),
          new Column("time", ColumnType.TIMESTAMP),
          new Column("nested", ColumnType.NESTED));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  @TempDir Path folder;

  @Test
  void isTheSameOfParquet() {
    isKept(
        new ParquetSinkProvider(),
        "parquet",
        "SELECT whole, decimal, text, truth, time, nested::VARCHAR FROM read_parquet(?)");
  }

  @Test
  void isTheSameOfCsv() {
    isKept(
        new CsvSinkProvider(),
        "csv",
        "SELECT whole::BIGINT, decimal::DOUBLE, text, truth::BOOLEAN, time::TIMESTAMP, nested"
            + " FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '\"',"
            + " escape = '\"', nullstr = '', allow_quoted_nulls = false, auto_detect = false,"
            + " columns = {whole: 'VARCHAR', decimal: 'VARCHAR', text: 'VARCHAR',"
            + " truth: 'VARCHAR', time: 'VARCHAR', nested: 'VARCHAR'})");
  }

  @Test
  void isTheSameOfJsonLines() {
    isKept(
        new JsonLinesSinkProvider(),
        "jsonl",
        "SELECT whole, decimal, text, truth, time, nested::VARCHAR"
            + " FROM read_json(?, format = 'newline_delimited', columns = {whole: 'BIGINT',"
            + " decimal: 'DOUBLE', text: 'VARCHAR', truth: 'BOOLEAN', time: 'TIMESTAMP',"
            + " nested: 'JSON'})");
  }

  private void isKept(SinkProvider provider, String extension, String query) {
    Property.holds(
        5,
        random -> {
          List<List<SampleValue>> rows =
              Stream.generate(() -> row(random)).limit(random.nextInt(200)).toList();
          List<List<SampleValue>> written =
              provider.takesNonFinite() ? rows : rows.stream().map(row -> finite(row)).toList();
          Path file =
              Files.write(
                  folder.resolve("rows." + extension),
                  SinkTrial.of(provider, Map.of())
                      .bytes(new SampleTable(SCHEMA, written), Optional.of(extension)));

          assertThat(ofRead(DuckDb.rows(file, query))).isEqualTo(ofRows(rows));
        });
  }

  private static List<SampleValue> row(Random random) {
    List<SampleValue> row = new ArrayList<>();
    for (Column column : SCHEMA.columns()) {
      row.add(random.nextInt(5) == 0 ? nothing() : value(column.type(), random));
    }
    return row;
  }

  private static SampleValue value(ColumnType type, Random random) {
    return switch (type) {
      case WHOLE -> number(Long.toString(random.nextLong() >> random.nextInt(64)));
      case DECIMAL -> number(decimal(random));
      case BOOLEAN -> truth(random.nextBoolean());
      case TIMESTAMP ->
          text(
              LocalDateTime.of(2000 + random.nextInt(100), 1, 1, 10, 0)
                  .plusNanos(1_000L * random.nextInt(1_000_000))
                  .format(TIME));
      case NESTED -> nested(random.nextBoolean() ? "{\"a\":\"é\\n\"}" : "[1,2,{\"b\":null}]");
      case TEXT -> text(List.of("", "NaN", "a,b", "\"", "é😀", "17", " x ").get(random.nextInt(7)));
    };
  }

  private static String decimal(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "0.0";
      case 1 -> "-0.0";
      case 2 -> "NaN";
      case 3 -> Double.toString(random.nextGaussian() * 1e30);
      case 4 -> Double.toString(random.nextDouble());
      default -> random.nextInt(1000) + ".25";
    };
  }

  /** What a run gives to a format that does not take other numbers. */
  private static List<SampleValue> finite(List<SampleValue> row) {
    return row.stream().map(value -> value.equals(number("NaN")) ? nothing() : value).toList();
  }

  private static String ofRows(List<List<SampleValue>> rows) {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    for (List<SampleValue> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        row.get(column).putInto(batch, column);
      }
      batch.endRow();
    }
    return fingerprint(batch);
  }

  private static String ofRead(List<List<Object>> rows) {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    for (List<Object> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        if (row.get(column) != null) {
          put(row.get(column), batch, column);
        }
      }
      batch.endRow();
    }
    return fingerprint(batch);
  }

  private static void put(Object value, RowBatchBuilder batch, int column) {
    switch (SCHEMA.column(column).type()) {
      case WHOLE -> batch.putLong(column, (Long) value);
      case DECIMAL -> {
        if (Double.isFinite((Double) value)) {
          batch.putDouble(column, (Double) value);
        }
      }
      case BOOLEAN -> batch.putBoolean(column, (Boolean) value);
      case TIMESTAMP -> batch.putTimestamp(column, (LocalDateTime) value);
      case TEXT -> batch.putText(column, (String) value);
      case NESTED -> batch.putJson(column, (String) value);
    }
  }

  private static String fingerprint(RowBatchBuilder batch) {
    RowFingerprint fingerprint =
        new RowFingerprint(SCHEMA, SCHEMA.columns().stream().map(Column::name).toList());
    fingerprint.add(batch.batch());
    return fingerprint.hex();
  }
}

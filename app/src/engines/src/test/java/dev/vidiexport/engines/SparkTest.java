package dev.vidiexport.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.engines.ReadTable.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Spark reads the folder of an export as the table that DuckDB finds there. */
class SparkTest {
  @SuppressWarnings("unused")
  private static final List<String> EXPORTS = SampleHistory.EXPORTS;

  private static SparkSession spark;
  private static Path history;

  @BeforeAll
  static void begin(@TempDir Path folder) throws Exception {
    history = SampleHistory.in(folder.toRealPath());
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .config("spark.sql.shuffle.partitions", 2)
            // Dates as LocalDate; changes nothing of what is read.
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();
  }

  @AfterAll
  static void end() {
    spark.stop();
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void readsEveryRowAndColumnOfAFolder(String export) throws Exception {
    ReadTable read = table(folder(export));

    ReadTable byDuckDb = DuckDbReader.folder(history.resolve(export));
    assertThat(read.columns()).isEqualTo(byDuckDb.columns());
    assertThat(read.rows()).isNotEmpty().isEqualTo(byDuckDb.rows());
  }

  @Test
  void findsColumnsThatCameLater() {
    assertThat(table(folder(SampleHistory.BY_HOUR)).columns())
        .containsEntry("period_start", Kind.TIME)
        .containsEntry("Weather", Kind.TEXT)
        .containsEntry("weather_2", Kind.TEXT)
        .containsEntry("date", Kind.DATE)
        .containsEntry("date_2", Kind.TEXT)
        .containsEntry("share of men, %=:/", Kind.TEXT)
        .containsEntry("zone.name", Kind.TEXT)
        .containsEntry("visits", Kind.WHOLE)
        .containsEntry("weight", Kind.DECIMAL)
        .containsEntry("open", Kind.BOOLEAN)
        .containsEntry("seen_at", Kind.TIME);
    assertThat(
            folder(SampleHistory.BY_HOUR)
                .where("`zone.name` IS NOT NULL")
                .select("date")
                .distinct()
                .orderBy("date")
                .collectAsList())
        .extracting(row -> row.get(0))
        .isEqualTo(SampleHistory.DAYS_OF_NEW_KEYS);
  }

  @Test
  void findsADayByItsFolderAndHasWallTimes() throws Exception {
    Dataset<Row> day =
        folder(SampleHistory.BY_HOUR).where("date = '%s'".formatted(SampleHistory.DAY_OF_23_HOURS));

    assertThat(day.inputFiles()).isNotEmpty();
    assertThat(table(day.selectExpr("CAST(period_start AS STRING) AS hour").distinct()))
        .isEqualTo(
            DuckDbReader.query(
                """
                SELECT strftime(TIMESTAMP '%s' + to_hours(hour), '%%Y-%%m-%%d %%H:00:00') AS hour
                FROM range(24) hours(hour)
                """
                    .formatted(SampleHistory.DAY_OF_23_HOURS)));
  }

  @Test
  void countsAndAddsUpAsDuckDbDoes() throws Exception {
    String sums =
        """
        SELECT date, count(*) AS rows, count(weather_2) AS with_weather,
               CAST(sum(watcher_count) AS BIGINT) AS watchers,
               CAST(sum(dwell_time_in_tenths_of_sec) AS BIGINT) AS dwell
        FROM %s GROUP BY date
        """;
    folder(SampleHistory.BY_HOUR).createOrReplaceTempView("viewers");

    ReadTable read = table(spark.sql(sums.formatted("viewers")));

    assertThat(read)
        .isEqualTo(
            DuckDbReader.query(
                sums.formatted(
                    "read_parquet('%s/*/*.parquet', hive_partitioning = true, union_by_name = true)"
                        .formatted(history.resolve(SampleHistory.BY_HOUR)))));
    assertThat(read.rows())
        .hasSize(6)
        .noneMatch(row -> row.contains(SampleHistory.EMPTY_DAY.toString()));
  }

  /** What the README warns of: without the option a column that came later can be missing. */
  @Test
  void losesColumnsWithoutTheOption() {
    Dataset<Row> plain = spark.read().parquet(history.resolve(SampleHistory.BY_HOUR).toString());

    assertThat(plain.columns()).doesNotContain("weather_2");
  }

  private static Dataset<Row> folder(String export) {
    return spark.read().option("mergeSchema", "true").parquet(history.resolve(export).toString());
  }

  private static ReadTable table(Dataset<Row> read) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (StructField field : read.schema().fields()) {
      kinds.put(field.name(), kind(field.dataType().sql()));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : read.collectAsList()) {
      List<Object> values = new ArrayList<>();
      for (int column = 0; column < row.length(); column++) {
        values.add(row.get(column));
      }
      rows.add(values);
    }
    return ReadTable.of(kinds, rows);
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "BIGINT" -> Kind.WHOLE;
      case "DOUBLE" -> Kind.DECIMAL;
      case "STRING" -> Kind.TEXT;
      case "BOOLEAN" -> Kind.BOOLEAN;
      case "TIMESTAMP_NTZ" -> Kind.TIME;
      case "DATE" -> Kind.DATE;
      default -> throw new IllegalArgumentException("no type of a history: " + type);
    };
  }
}

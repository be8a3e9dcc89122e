package dev.vidiexport.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vidiexport.domain.audience.AudienceColumns;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.OpenedRowFile;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.domain.reporting.ReportOfFiles;
import dev.vidiexport.domain.reporting.RowFileInput;
import dev.vidiexport.sinks.report.AudienceTable;
import dev.vidiexport.sinks.report.SampleRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that a user has are read as what they are, or refused in words. */
class UserRowFilesTest {
  private static final ReportSettings SITES =
      new ReportSettings(PlaceLevel.SITE, CameraCombination.AVERAGE, 20);

  private final UserRowFiles files =
      new UserRowFiles(new AudienceColumns(DataCatalogue.documented())::type);

  @TempDir Path folder;

  private Path written(AudienceTable table, String name, String format, Map<String, String> options)
      throws IOException {
    return Files.write(folder.resolve(name), table.written(WrittenRows.provider(format), options));
  }

  private AudienceReport report(Path file, AudienceTable table, ReportSettings settings) {
    return new ReportOfFiles(
            files,
            List.of(
                new RowFileInput(file, Optional.of(table.arguments()), Optional.of("yesterday"))),
            Optional.empty(),
            Optional.empty(),
            settings,
            () -> {})
        .run(
            new ReportDays(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of("a.parquet", "parquet", Map.of("compression", "snappy")),
        Arguments.of("a.parquet", "parquet", Map.of("compression", "gzip")),
        Arguments.of("a.parquet", "parquet", Map.of("compression", "none")),
        Arguments.of("a.parquet", "parquet", Map.of("row-group-bytes", "65536")),
        // Parquet is known by its first bytes.
        Arguments.of("rows.bin", "parquet", Map.of()),
        Arguments.of("a.csv", "csv", Map.of()),
        Arguments.of("A.CSV", "csv", Map.of("line-separator", "crlf", "bom", "true")),
        Arguments.of("a.csv.gz", "csv", Map.of("compression", "gzip")),
        Arguments.of("packed.csv", "csv", Map.of("compression", "gzip")),
        Arguments.of("a.json", "json", Map.of()),
        Arguments.of("a.json", "json", Map.of("nulls", "omit")),
        Arguments.of("a.jsonl", "jsonl", Map.of()),
        Arguments.of("a.ndjson", "jsonl", Map.of("nulls", "omit")),
        Arguments.of("a.jsonl.gz", "jsonl", Map.of("nulls", "omit", "compression", "gzip")));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void givesTheSameReportInEveryFormat(String name, String format, Map<String, String> options)
      throws IOException {
    for (AudienceTable table :
        List.of(
            SampleRows.grouped(),
            SampleRows.passing(),
            SampleRows.finest(),
            SampleRows.traffic())) {
      Path plain = written(table, "plain.parquet", "parquet", Map.of());
      Path file = written(table, name, format, options);

      assertThat(report(file, table, ReportSettings.USUAL))
          .isEqualTo(report(plain, table, ReportSettings.USUAL));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void givesTheSameSitesInEveryFormat(String name, String format, Map<String, String> options)
      throws IOException {
    AudienceTable table = SampleRows.grouped();
    Path plain = written(table, "plain.parquet", "parquet", Map.of());
    Path file = written(table, name, format, options);

    AudienceReport report = report(file, table, SITES);

    assertThat(report).isEqualTo(report(plain, table, SITES));
    assertThat(report.places().shown())
        .extracting(place -> place.place().id(), place -> place.place().label().orElseThrow())
        .containsExactlyInAnyOrder(tuple("11", "Site 11"), tuple("12", "Site 12"));
  }

  @Test
  void parquetSaysWhatItIs() throws IOException {
    AudienceTable table = SampleRows.traffic();
    Path file = written(table, "a.parquet", "parquet", Map.of());

    try (OpenedRowFile opened = files.open(file)) {
      assertThat(opened.request()).containsExactlyEntriesOf(table.arguments());
      assertThat(opened.creationDate()).contains("2024-03-20 05:00:00");
      assertThat(opened.keys())
          .containsExactly(
              "location_id",
              "period_start",
              "footfall_impressions",
              "footfall_presence_time",
              "vehicle_count",
              "vehicle_presence_time",
              "vehicle_impressions");
    }
  }

  @Test
  void textsSayNothingOfWhatTheyAre() throws IOException {
    Path file = written(SampleRows.traffic(), "a.csv", "csv", Map.of());

    try (OpenedRowFile opened = files.open(file)) {
      assertThat(opened.request()).isEmpty();
      assertThat(opened.creationDate()).isEmpty();
    }
  }

  @Test
  void aHeaderWithoutRowsIsAFileWithoutRows() throws IOException {
    AudienceTable table = SampleRows.traffic();
    Path file = Files.writeString(folder.resolve("a.csv"), "location_id,period_start\n");

    assertThat(report(file, table, ReportSettings.USUAL).headline().of(FigureKind.MEASURED))
        .hasValue(0);
  }

  private void refuses(Path file, String why) {
    assertThatThrownBy(
            () -> {
              try (OpenedRowFile opened = files.open(file)) {
                while (opened.rows().next().isPresent()) {
                  assertThat(opened.rows().columns()).isNotEmpty();
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("The file %s cannot be read back: %s.".formatted(file, why));
  }

  @Test
  void aFolderOrNothingIsRefused() throws IOException {
    refuses(Files.createDirectory(folder.resolve("a.csv")), "it is a folder");
    refuses(folder.resolve("b.csv"), "it is not there");
  }

  /** An export without rows is one, and objects that are not there name no columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a.json | [\\n]\\n", "a.jsonl | ''"})
  void aFileWithoutObjectsHasNoRows(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content.replace("\\n", "\n"));
    try (OpenedRowFile opened =
        new UserRowFiles(new AudienceColumns(DataCatalogue.documented())::type).open(file)) {
      assertThat(opened.keys()).containsExactly("location_id", "period_start");
      assertThat(opened.rows().next()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.parquet | '' | it is not Parquet, and its name ends neither with .csv nor with .json or .jsonl",
        "a.txt | location_id | it is not Parquet, and its name ends neither with .csv nor with .json or .jsonl",
        "a.gz | location_id | it is not Parquet, and its name ends neither with .csv nor with .json or .jsonl",
        "a.csv | '' | it is empty, and not even a header is there",
        "a.json | '' | it ends before its array does",
        "a.json | [] | it ends in the middle of a line",
        "a.csv.gz | location_id | what is packed in it is damaged, or cut",
        "a.csv | 'location_id,age,age' | it has two columns of the same name",
        "a.jsonl | {\"a\":1}\\n[1]\\n | in row 2, there is no object",
        "a.parquet | PAR1 | it is too short to be Parquet",
      })
  void whatIsNoFileOfRowsIsRefused(String name, String content, String why) throws IOException {
    refuses(Files.writeString(folder.resolve(name), content.replace("\\n", "\n")), why);
  }

  @Test
  void valuesThatAreNoneOfTheirColumnAreRefusedWithTheirPlace() throws IOException {
    refuses(
        Files.writeString(
            folder.resolve("a.csv"),
            "location_id,period_start,watcher_count\n7,2024-03-01 10:00:00,5\n7,noon,5\n"),
        "in line 3, column \"period_start\", \"noon\" is not a date and time such as"
            + " 2016-04-29 10:00:00");
    refuses(
        Files.writeString(
            folder.resolve("a.json"), "[\n{\"watcher_count\":5},\n{\"watcher_count\":true}\n]\n"),
        "in row 2, column \"watcher_count\": \"true\" is not a number");
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    AudienceTable table = SampleRows.traffic();
    for (Map.Entry<String, String> format :
        Map.of("c.parquet", "parquet", "c.json", "json").entrySet()) {
      byte[] whole = table.written(WrittenRows.provider(format.getValue()), Map.of());
      Path file =
          Files.write(folder.resolve(format.getKey()), Arrays.copyOf(whole, whole.length * 2 / 3));

      assertThatThrownBy(() -> report(file, table, ReportSettings.USUAL))
          .isInstanceOf(ExportException.class)
          .hasMessageStartingWith("The file " + file + " cannot be read back: ")
          .hasMessageEndingWith(".")
          .hasMessageNotContaining("Exception");
    }
  }

  @Test
  void parquetOfOthersIsRefusedWhereItIsNotAsThisProgramWritesIt() throws Exception {
    Path file = folder.resolve("duck.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 7::BIGINT AS location_id, TIMESTAMP '2024-03-01 10:00:00' AS period_start,"
              + " 5::INTEGER AS watcher_count UNION ALL SELECT NULL, NULL, NULL) TO '"
              + file
              + "' (FORMAT PARQUET)");
    }

    refuses(file, "its column \"watcher_count\" is of a kind that this program does not write");
  }

  @Test
  void parquetOfOthersIsReadWhereItIsLikeOurs() throws Exception {
    Path file = folder.resolve("duck.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 7::BIGINT AS location_id, TIMESTAMP '2024-03-01 10:00:00' AS period_start,"
              + " 5::BIGINT AS footfall_impressions UNION ALL SELECT NULL, NULL, NULL) TO '"
              + file
              + "' (FORMAT PARQUET)");
    }

    try (OpenedRowFile opened = files.open(file)) {
      assertThat(opened.request()).isEmpty();
    }
    assertThat(
            report(file, SampleRows.traffic(), ReportSettings.USUAL)
                .headline()
                .of(FigureKind.FOOTFALL))
        .hasValue(5);
  }

  @Test
  void csvWithoutItsHeaderIsRefused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.csv"), "7,2024-03-01 10:00:00,5\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> report(file, SampleRows.traffic(), ReportSettings.USUAL))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "The rows of vehicles_footfall have no location_id, without which there is no report.");
  }
}

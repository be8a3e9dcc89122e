package dev.vidiexport.app.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in format and every ending: what a name promises is kept or refused. */
class NamePromiseTest {
  private static final SinkRegistry REGISTRY = registry();

  private static SinkRegistry registry() {
    List<InstalledSink> sinks = new ArrayList<>(SinkLoader.load(Optional.empty()).sinks());
    sinks.add(new NamedProvider("notes", TargetKind.BYTES, Set.of("txt")).installed(false));
    sinks.add(new NamedProvider("bundle", TargetKind.FILE, Set.of("zip")).installed(false));
    sinks.add(new NamedProvider("server", TargetKind.EXTERNAL, Set.of("db")).installed(false));
    return new SinkRegistry(sinks, List.of());
  }

  /** What is written into a file of that name, word by word the formats that may. */
  @ParameterizedTest
  @CsvSource({
    "rows, csv html json jsonl parquet sqlite xlsx notes bundle server",
    "rows., csv html json jsonl parquet sqlite xlsx notes bundle server",
    "rows.dat, csv html json jsonl parquet sqlite xlsx notes bundle server",
    "rows.2016-04, csv html json jsonl parquet sqlite xlsx notes bundle server",
    "rows.txt, csv json jsonl notes bundle server",
    "rows.csv, csv",
    "rows.CSV, csv",
    "rows.json.csv, csv",
    "rows.json, json",
    "rows.jsonl, jsonl",
    "rows.ndjson, jsonl",
    "rows.NdJson, jsonl",
    "rows.jsonlines, jsonl notes bundle server",
    "rows.parquet, parquet",
    "rows.pq, parquet notes bundle server",
    "rows.tsv, csv notes bundle server",
    "rows.xlsx, xlsx",
    "rows.html, html",
    "rows.HTM, html",
    "rows.xls, notes bundle server",
    "rows.avro, notes bundle server",
    "rows.db, sqlite server",
    "rows.sqlite3, sqlite",
    "rows.csv.gz, csv",
    "ROWS.CSV.GZ, csv",
    "rows.jsonl.gz, jsonl",
    "rows.ndjson.gz, jsonl",
    "rows.gz, csv jsonl",
    "rows.txt.gz, csv jsonl",
    "rows.json.gz, ''",
    "rows.parquet.gz, ''",
    "rows.csv.gz.gz, ''",
    "rows.tar.gz, ''",
    "rows.tgz, ''",
    "rows.csv.zst, ''",
    "rows.jsonl.bz2, ''",
    "rows.csv.xz, ''",
    "rows.csv.br, ''",
    "rows.csv.lz4, ''",
    "rows.csv.zip, bundle",
    "rows.zip, bundle"
  })
  void isKeptByTheFormatsThatWriteIt(String name, String formats) {
    assertThat(new NamePromise(name, REGISTRY).keepers())
        .containsExactlyInAnyOrder(
            Stream.of(formats.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
  }

  private static Optional<SinkOptions> options(String format, Map<String, String> given) {
    return Optional.of(SinkOptions.of(REGISTRY.find(format).orElseThrow().provider(), given));
  }

  private static void require(String format, String output, String... option) {
    Map<String, String> given = option.length == 0 ? Map.of() : Map.of(option[0], option[1]);
    FormatChoice.of(REGISTRY, format, output)
        .requirePromiseKept(REGISTRY, options(format, given), output);
  }

  private static String refusal(String format, String output, String... option) {
    IllegalArgumentException refused =
        catchThrowableOfType(IllegalArgumentException.class, () -> require(format, output, option));
    return CommandLineAdvice.told(refused.getMessage(), refused);
  }

  @Test
  void isToldWithWhatToDo() {
    assertThat(refusal("json", "out/x.json.gz"))
        .isEqualTo(
            "The name \"x.json.gz\" promises json packed with gzip, but the format json does not"
                + " pack so. Choose another --output.");
    assertThat(refusal("csv", "x.parquet"))
        .isEqualTo(
            "The name \"x.parquet\" promises parquet, but the format csv writes something else."
                + " Choose another --output, or with --format what its name promises: parquet.");
    assertThat(refusal("parquet", "x.gz"))
        .isEqualTo(
            "The name \"x.gz\" promises a file packed with gzip, but the format parquet does not"
                + " pack so. Choose another --output, or with --format what its name promises: csv,"
                + " jsonl.");
  }

  static Stream<List<String>> contradictions() {
    return Stream.of(
        List.of("csv", "x.csv.gz", "compression", "none"),
        List.of("jsonl", "x.JSONL.GZ", "compression", "none"),
        List.of("csv", "x.gz", "compression", "none"),
        List.of("csv", "x.csv", "compression", "gzip"),
        List.of("jsonl", "x.ndjson", "compression", "gzip"),
        List.of("csv", "x.txt", "compression", "gzip"),
        List.of("csv", "x.tsv", "delimiter", ";"),
        List.of("csv", "x.tsv.gz", "delimiter", ","));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void isNotContradictedByAnOption(List<String> given) {
    assertThat(refusal(given.get(0), given.get(1), given.get(2), given.get(3)))
        .startsWith("The name \"" + given.get(1) + "\" promises ")
        .contains(given.get(2) + "=" + given.get(3))
        .endsWith("Choose another --output, or another --sink-option.");
  }

  static Stream<List<String>> agreements() {
    return Stream.of(
        List.of("csv", "x.csv.gz", "compression", "gzip"),
        List.of("csv", "x.csv", "compression", "none"),
        List.of("csv", "x", "compression", "gzip"),
        List.of("csv", "-", "compression", "gzip"),
        List.of("csv", "x.tsv", "delimiter", "\t"),
        List.of("csv", "x.csv", "delimiter", ";"),
        List.of("parquet", "x.parquet", "compression", "gzip"));
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void letsOptionsDoWhatTheyAreFor(List<String> given) {
    assertThatCode(() -> require(given.get(0), given.get(1), given.get(2), given.get(3)))
        .doesNotThrowAnyException();
  }

  @Test
  void isNotMadeByWhatASinkOfItsOwnKindWritesTo() {
    assertThatCode(() -> require("server", "serve://host/x.csv.gz")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "report.json, true",
    "report, true",
    "run.log, true",
    "report.txt, true",
    "report.json.gz, false",
    "report.jsonl, false",
    "report.csv, false",
    "report.zip, false"
  })
  void ofAReportIsJson(String name, boolean isKept) {
    if (isKept) {
      FormatChoice.requireNameOfReport(REGISTRY, name);
    } else {
      assertThatCode(() -> FormatChoice.requireNameOfReport(REGISTRY, name))
          .hasMessageStartingWith("The name \"" + name + "\" promises ")
          .hasMessageEndingWith(", but a report is plain JSON.");
    }
  }
}

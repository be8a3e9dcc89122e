package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code extract}, in the process of the tests, of a history out of a sandbox. */
class ExtractCommandTest {
  private static final String NOW = "2024-03-03T06:00:00Z";

  /** One folder for all tests, because the code of the ledger is loaded once. */
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  private static final String DAY = "viewers_hourly/date=2024-03-01/";

  /** One history for all tests, which change nothing in it. */
  @TempDir private static Path shared;

  private static final Map<String, String> ENVIRONMENT = new HashMap<>();

  @TempDir private Path folder;
  private Path output;

  @BeforeAll
  static void sync() throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(2)
                .withBuildTime(Duration.ZERO)
                .withLimits(false)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))))) {
      ENVIRONMENT.putAll(
          Map.of(
              "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
              "VIDICENTER_USERNAME", sandbox.username(),
              "VIDICENTER_TOKEN", sandbox.token(),
              "VIDIEXPORT_CONFIG", project(shared, "vidiexport", "format: csv").toString(),
              "XDG_STATE_HOME", shared.resolve("state").toString(),
              "XDG_CACHE_HOME", CACHE.toString(),
              "HOME", shared.toString()));
      CommandLineRun synced = run("sync", "--as-of", NOW, "--poll-interval", "10ms", "--quiet");
      assertThat(synced.exitCode()).as(synced.err()).isZero();
    }
    // From now on nobody is there to be called.
  }

  @BeforeEach
  void begin() {
    output = folder.resolve("march.csv");
  }

  private static Path project(Path folder, String name, String format) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056, 1057]
            start: 2024-03-01
            %s
        """
            .formatted(format));
  }

  private static CommandLineRun run(String... words) {
    return CommandLineRun.of(ENVIRONMENT, words);
  }

  private static CommandLineRun extract(String... more) {
    return run(
        Stream.concat(Stream.of("extract", "--export", "viewers_hourly"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Path fileOfFirstDay() throws IOException {
    try (Stream<Path> files = Files.list(shared.resolve("audience").resolve(DAY))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void writesTheRowsOfAllDaysAndSaysSo() throws IOException {
    CommandLineRun extracted = extract("-o", output.toString());

    assertThat(extracted.exitCode()).as(extracted.err()).isZero();
    assertThat(extracted.out()).isEmpty();
    assertThat(extracted.err())
        .contains("Wrote %s: 96 rows, ".formatted(output))
        .contains("from 2 files of viewers_hourly, 2024-03-01 to 2024-03-02.\n");
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(97);
    assertThat(lines.subList(0, 49)).isEqualTo(Files.readAllLines(fileOfFirstDay()));
  }

  @Test
  void saysHowMuchOfTheDaysIsMissing() {
    String warning = "missing in the history, wholly or in part; vidiexport status tells which.";

    assertThat(extract("--as-of", NOW, "-o", output.toString()).err()).doesNotContain(warning);
    assertThat(
            extract("--as-of", "2024-03-04T14:00:00Z", "--overwrite", "-o", output.toString())
                .err())
        .contains("1 window of these days is " + warning);
    assertThat(
            extract("--as-of", "2024-03-06T14:00:00Z", "--overwrite", "-o", output.toString())
                .err())
        .contains("3 windows of these days are " + warning);
  }

  @Test
  void writesTheDaysThatAreAskedForAsJsonAndTellsAsJson() throws IOException {
    Path lines = folder.resolve("day.jsonl");

    CommandLineRun extracted =
        extract(
            "--start",
            "2024-03-02",
            "--end",
            "2024-03-31",
            "-o",
            lines.toString(),
            "--json",
            "--as-of",
            NOW,
            "--quiet");

    assertThat(extracted.exitCode()).as(extracted.err()).isZero();
    assertThat(extracted.err()).isEmpty();
    JsonObject told = JsonParser.parseString(extracted.out()).getAsJsonObject();
    assertThat(told.get("rows").getAsInt()).isEqualTo(48);
    assertThat(told.get("files").getAsInt()).isEqualTo(1);
    assertThat(told.get("start").getAsString()).isEqualTo("2024-03-02");
    assertThat(Files.readAllLines(lines))
        .hasSize(48)
        .allMatch(line -> line.contains("\"2024-03-02 "));
  }

  @Test
  void writesToStandardOutput() {
    CommandLineRun extracted = extract("-o", "-", "--end", "2024-03-01");

    assertThat(extracted.exitCode()).as(extracted.err()).isZero();
    assertThat(extracted.out()).startsWith("location_id,period_start,").hasLineCount(49);
    assertThat(extracted.err()).contains("Wrote standard output: 48 rows, ");
  }

  @Test
  void writesAnEmptyOutputWhereThereIsNothing() throws IOException {
    Path other = project(folder, "other", "format: csv");

    CommandLineRun before = extract("--config", other.toString(), "-o", output.toString());
    CommandLineRun outside =
        extract("-o", output.toString(), "--overwrite", "--start", "2024-05-01");

    assertThat(before.exitCode()).as(before.err()).isZero();
    assertThat(outside.exitCode()).as(outside.err()).isZero();
    assertThat(outside.err())
        .contains("0 rows, ")
        .contains("because the history has no rows of viewers_hourly in these days.");
    assertThat(Files.readAllLines(output))
        .singleElement()
        .asString()
        .startsWith("location_id,period_start,watcher_count");
  }

  @Test
  void refusesWhatCannotBeAskedFor() throws IOException {
    assertUsage(run("extract", "-o", output.toString()), "--export must name one export");
    assertUsage(
        run("extract", "--export", "viewers_hourly,other", "-o", output.toString()),
        "--export must name one export",
        "\"other\"");
    assertUsage(
        run("extract", "--export", "viewers_hourl", "-o", output.toString()),
        "Did you mean \"viewers_hourly\"?");
    assertUsage(extract("-o", output.toString(), "--start", "2024-02-30"), "--start ");
    assertUsage(
        extract("-o", output.toString(), "--start", "2024-03-02", "--end", "2024-03-01"),
        "--end must not be before --start");
    assertUsage(extract(), "--output must name a file");
    assertUsage(extract("-o", "-", "--json"), "--json and --output -");
    assertUsage(
        extract("-o", shared.resolve("audience/out.csv").toString()),
        "--output must not be in the folder of the history");
    assertUsage(extract("-o", output.toString(), "--sink-option", "colour=red"), "has no option");
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesOutputsThatAHistoryInADatabaseNeeds() throws IOException {
    Path project = project(folder, "database", "table: viewers");
    Files.writeString(
        project,
        Files.readString(project)
            .replaceFirst("audience", "postgresql:///audience\nledger: ledger.db"));

    for (String name : List.of("ledger.db", "ledger-2024-03-10.db")) {
      assertUsage(
          extract("--config", project.toString(), "-o", folder.resolve(name).toString()),
          "--output must not be the ledger of the history, %s, or a file that belongs to it"
              .formatted(folder.resolve("ledger.db")));
    }
    assertThat(folder.toFile().list()).containsExactly("database.yaml");
  }

  private static void assertUsage(CommandLineRun run, String... parts) {
    assertThat(run.err()).contains(parts);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
  }

  @Test
  void refusesFormatsThatCannotBeReadBack() throws IOException {
    Path guarded = project(folder, "guarded", "format: csv\n    sink_options: {formulas: guard}");

    CommandLineRun extracted = extract("--config", guarded.toString(), "-o", output.toString());

    assertUsage(extracted, "CSV that was written with formulas=guard cannot be read back");
  }

  @Test
  void refusesAnOutputThatExists() throws IOException {
    Files.writeString(output, "mine");

    CommandLineRun refused = extract("-o", output.toString());
    CommandLineRun replaced = extract("-o", output.toString(), "--overwrite");

    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err()).contains("it already exists");
    assertThat(replaced.exitCode()).as(replaced.err()).isZero();
    assertThat(output).content().startsWith("location_id,");
  }

  @Test
  void endsWithSevenWhereAListedFileCannotBeRead() throws IOException {
    Path changed = project(shared, "changed", "format: csv\n    sink_options: {delimiter: \";\"}");

    CommandLineRun unreadable = extract("--config", changed.toString(), "-o", output.toString());

    assertThat(unreadable.exitCode()).as(unreadable.err()).isEqualTo(7);
    assertThat(unreadable.err())
        .contains("cannot be read back: it has a column \"location_id,period_start")
        .contains("If columns or sink_options have been changed, run vidiexport sync first");
    assertThat(output).doesNotExist();
  }
}

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code status}, in the process of the tests. */
class StatusCommandTest {
  private static final String NOW = "2024-03-03T06:00:00Z";
  private static final String THREE_DAYS_LATER = "2024-03-06T06:00:00Z";
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void writeProject() throws IOException {
    writeProject("[1056, 1057]");
    environment.putAll(
        Map.of(
            "VIDIEXPORT_CONFIG", folder.resolve("vidiexport.yaml").toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CACHE_HOME", CACHE.toString(),
            "HOME", folder.toString()));
  }

  private void writeProject(String locations) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: %s
            start: 2024-03-01
            format: csv
        """
            .formatted(locations));
  }

  /** Nobody can be called any more afterwards. */
  private void sync() throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(2)
                .withBuildTime(Duration.ZERO)
                .withLimits(false)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))))) {
      environment.putAll(
          Map.of(
              "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
              "VIDICENTER_USERNAME", sandbox.username(),
              "VIDICENTER_TOKEN", sandbox.token()));
      CommandLineRun synced =
          CommandLineRun.of(environment, "sync", "--as-of", NOW, "--poll-interval", "10ms");
      assertThat(synced.exitCode()).as(synced.err()).isZero();
    }
  }

  private CommandLineRun status(String asOf, String... more) {
    return CommandLineRun.of(
        environment,
        Stream.concat(Stream.of("status", "--as-of", asOf), Stream.of(more))
            .toArray(String[]::new));
  }

  private static JsonObject export(CommandLineRun run) {
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    return json.getAsJsonArray("exports").get(0).getAsJsonObject();
  }

  private static long number(JsonObject object, String key) {
    return object.get(key).getAsLong();
  }

  @Test
  void tellsAWholeHistory() throws IOException {
    sync();

    CommandLineRun run =
        status(NOW, "--json", "--fail-under-coverage", "0.1", "--fail-if-behind", "1h");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    JsonObject export = export(run);
    assertThat(export.keySet())
        .startsWith(
            "name",
            "windows",
            "files",
            "rows",
            "bytes",
            "last_run",
            "current_to",
            "coverage",
            "locations");
    assertThat(number(export, "files")).isEqualTo(2);
    assertThat(number(export, "rows")).isEqualTo(96);
    assertThat(export.get("last_run").getAsString()).isEqualTo(NOW);
    assertThat(export.get("current_to").getAsString()).isEqualTo("2024-03-02");
    assertThat(number(export.getAsJsonObject("windows"), "complete")).isEqualTo(2);
    JsonObject coverage = export.getAsJsonObject("coverage");
    assertThat(number(coverage, "expected")).isEqualTo(96);
    assertThat(number(coverage, "measured") + number(coverage, "placeholder")).isEqualTo(96);
    assertThat(export.getAsJsonArray("locations")).hasSize(2);
  }

  @Test
  void tellsThatAHistoryIsBehindAndHasHoles() throws IOException {
    sync();

    CommandLineRun run =
        status(
            THREE_DAYS_LATER,
            "--json",
            "--quiet",
            "--fail-under-coverage",
            "99.9",
            "--fail-if-behind",
            "2d");
    CommandLineRun patient = status(THREE_DAYS_LATER, "--fail-if-behind", "4d");
    CommandLineRun ofThePast =
        status(THREE_DAYS_LATER, "--end", "2024-03-02", "--fail-if-behind", "1h");

    assertThat(run.exitCode()).isEqualTo(11);
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("vidiexport: Of what is expected of viewers_hourly, "))
        .anyMatch(line -> line.startsWith("vidiexport: viewers_hourly is behind: nothing is"));
    JsonObject export = export(run);
    assertThat(number(export.getAsJsonObject("windows"), "missing")).isEqualTo(3);
    assertThat(number(export.getAsJsonObject("coverage"), "expected")).isEqualTo(240);
    assertThat(export.get("current_to").getAsString()).isEqualTo("2024-03-02");
    assertThat(patient.exitCode()).as(patient.err()).isZero();
    assertThat(patient.out()).contains("  2024-03-01 ").contains("___ 3 missing");
    assertThat(ofThePast.exitCode()).as(ofThePast.err()).isZero();
  }

  @Test
  void tellsAHistoryThatHasNotBegun() throws IOException {
    writeProject("all");

    CommandLineRun run = status(NOW, "--json");
    CommandLineRun behind = status(NOW, "--fail-if-behind", "1d");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject export = export(run);
    assertThat(export.get("last_run").isJsonNull()).isTrue();
    assertThat(export.get("current_to").isJsonNull()).isTrue();
    assertThat(number(export.getAsJsonObject("windows"), "missing")).isPositive();
    assertThat(export.getAsJsonObject("coverage").get("percent").isJsonNull()).isTrue();
    assertThat(behind.exitCode()).isEqualTo(11);
    assertThat(behind.err()).contains("its first window is not whole");
    assertThat(folder.resolve("audience")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fail-under-coverage|101|must be a number from 0 to 100, such as 95 or 99.5, but was",
        "--fail-under-coverage|95%|must be a number from 0 to 100, such as 95 or 99.5, but was",
        "--fail-under-coverage|-1|must be a number from 0 to 100, such as 95 or 99.5, but was",
        "--fail-if-behind|2 days|must be a duration such as",
        "--export|viewer_hourly|must name exports of the project file",
      })
  void refusesWhatItCannotRead(String option, String value, String problem) {
    CommandLineRun run = status(NOW, option + "=" + value);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(option + " " + problem);
    assertThat(List.of(run.out())).containsExactly("");
  }
}

package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With JSON, every line on standard error is an object, whatever the command and its end. */
class LogFormatIT {
  private static final String NOW = "2024-03-04T06:00:00Z";
  private static final String PROJECT =
      """
      target: audience
      exports:
        viewers_hourly:
          data_type: viewers
          time_resolution: 1h
          locations: all
          start: 2024-03-01
      """;

  @TempDir private Path folder;

  private PackagedJar jar() {
    return PackagedJar.in(folder)
        .withVariable("XDG_CACHE_HOME", folder.resolve("cache").toString())
        .withVariable("XDG_STATE_HOME", folder.resolve("state").toString());
  }

  private static List<JsonObject> lines(ProcessResult ended) {
    List<JsonObject> lines = new ArrayList<>();
    for (String line : ended.err().split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject();
        assertThat(Instant.parse(message.get("time").getAsString())).isAfter(Instant.EPOCH);
        assertThat(message.get("level").getAsString()).isIn("debug", "info", "warning", "error");
        assertThat(message.get("message").getAsString()).isNotEmpty();
        assertThat(List.of("time", "level", "message", "export", "window", "code", "stack_trace"))
            .containsAll(message.keySet());
        lines.add(message);
      }
    }
    assertThat(ended.err()).matches("(?s)(\\{[^\n]*\\}\n)*");
    return lines;
  }

  static Stream<List<String>> commandLines() {
    return Stream.of(
            "export",
            "export --no-such-option",
            "export --quiet --verbose",
            "no-such-command",
            "",
            "sync",
            "sync --config no-such-file.yaml",
            "sync --verbose --config /",
            "plan",
            "status --verbose",
            "verify",
            "extract",
            "report",
            "report no-such-file.csv",
            "init --no-such-option",
            "sinks --plugins no-such-folder",
            "data-types x y z",
            "locations --timeout 1s --base-url http://127.0.0.1:9/",
            "whoami --timeout 1s --verbose --base-url http://127.0.0.1:9/",
            "sandbox --port 99999999",
            "demo --folder")
        .map(line -> List.of(line.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void saysWhatIsWrongInJson(List<String> commandLine) {
    List<String> arguments = new ArrayList<>(commandLine);
    arguments.remove("");
    arguments.addAll(List.of("--log-format", "json"));

    ProcessResult ended = jar().run(arguments.toArray(String[]::new));

    assertThat(ended.exitCode()).as(ended.err()).isNotZero();
    assertThat(lines(ended))
        .isNotEmpty()
        .anySatisfy(
            message -> {
              assertThat(message.get("level").getAsString()).isEqualTo("error");
              assertThat(message.get("code").getAsInt()).isEqualTo(ended.exitCode());
            });
  }

  @Tag("deadline")
  @Test
  void showsWhereAnErrorCameFromInTheSameObject() {
    ProcessResult ended =
        jar()
            .askingAt("http://127.0.0.1:9/")
            .run(
                ExampleCommandLine.export(
                    "-o", "out.csv", "--timeout", "4s", "--verbose", "--log-format=json"));

    assertThat(ended.exitCode()).isEqualTo(8);
    List<JsonObject> lines = lines(ended);
    JsonObject error = lines.get(lines.size() - 2);
    assertThat(error.get("stack_trace").getAsString()).contains("ExportException", "\n    at ");
    assertThat(error.get("code").getAsInt()).isEqualTo(8);
    assertThat(error.get("message").getAsString()).doesNotStartWith("vidiexport:");
    JsonObject last = lines.get(lines.size() - 1);
    assertThat(last.get("message").getAsString()).startsWith("To go on: ");
  }

  @Test
  void tellsOfAHistoryByExportAndWindow() throws IOException {
    Files.writeString(folder.resolve("vidiexport.yaml"), PROJECT);
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(2)
                .withBuildTime(Duration.ZERO)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))))) {
      ProcessResult ended =
          jar()
              .askingAt(sandbox.baseUrl().toString())
              .withVariable("VIDICENTER_USERNAME", sandbox.username())
              .withVariable("VIDICENTER_TOKEN", sandbox.token())
              .withVariable("VIDIEXPORT_LOG_FORMAT", "json")
              .run("sync", "--as-of", NOW, "--poll-interval", "20ms", "--json");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(lines(ended))
          .filteredOn(message -> message.has("export"))
          .hasSize(3)
          .allSatisfy(
              message ->
                  assertThat(message.get("export").getAsString()).isEqualTo("viewers_hourly"))
          .extracting(message -> message.get("window").getAsString())
          .containsExactlyInAnyOrder("2024-03-01", "2024-03-02", "2024-03-03");
      assertThat(JsonParser.parseString(ended.text()).getAsJsonObject().get("exit_code").getAsInt())
          .isZero();
    }
  }

  @Test
  void saysInTextWhatIsWrongWithTheFormat() {
    ProcessResult option = jar().run("sinks", "--log-format", "xml");
    ProcessResult variable = jar().withVariable("VIDIEXPORT_LOG_FORMAT", "JSON").run("sinks");

    assertThat(option.exitCode()).isEqualTo(2);
    assertThat(option.err())
        .startsWith("vidiexport: --log-format must be text or json, but was \"xml\".\n");
    assertThat(variable.exitCode()).isEqualTo(2);
    assertThat(variable.err())
        .startsWith("vidiexport: VIDIEXPORT_LOG_FORMAT must be text or json, but was \"JSON\".\n");
  }

  @Test
  void letsTheOptionDecideOverTheVariable() {
    ProcessResult ended =
        jar().withVariable("VIDIEXPORT_LOG_FORMAT", "json").run("export", "--log-format=text");

    assertThat(ended.err()).contains("problems with this command:").doesNotContain("{\"time\"");
  }
}

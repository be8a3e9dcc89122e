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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program says how a history stands, after a sync and when it has been left alone. */
class StatusIT {
  private static final String NOW = "2024-03-04T06:00:00Z";

  @TempDir private Path top;

  private PackagedJar jar() throws IOException {
    Path folder = Files.createDirectory(top.resolve("work"));
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: all
            start: 2024-03-01
            time_zone: Europe/Berlin
        """);
    return PackagedJar.in(folder)
        .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
        .withVariable("XDG_STATE_HOME", top.resolve("state").toString());
  }

  private static JsonObject export(ProcessResult ended) {
    JsonObject json = JsonParser.parseString(ended.text()).getAsJsonObject();
    return json.getAsJsonArray("exports").get(0).getAsJsonObject();
  }

  @Test
  void saysHowAHistoryStandsWithoutCallingAnybody() throws IOException {
    PackagedJar jar = jar();
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(3)
                .withBuildTime(Duration.ZERO)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))))) {
      ProcessResult synced =
          jar.askingAt(sandbox.baseUrl().toString())
              .withVariable("VIDICENTER_USERNAME", sandbox.username())
              .withVariable("VIDICENTER_TOKEN", sandbox.token())
              .run("sync", "--as-of", NOW, "--poll-interval", "20ms", "--quiet");
      assertThat(synced.exitCode()).as(synced.err()).isZero();
    }

    ProcessResult current = jar.run("status", "--json", "--as-of", NOW, "--fail-if-behind", "1h");
    ProcessResult late =
        jar.run("status", "--as-of", "2024-03-09T06:00:00Z", "--fail-if-behind", "2d");

    assertThat(current.exitCode()).as(current.err()).isZero();
    JsonObject export = export(current);
    assertThat(export.get("current_to").getAsString()).isEqualTo("2024-03-03");
    assertThat(export.getAsJsonObject("coverage").get("expected").getAsInt()).isEqualTo(3 * 3 * 24);
    assertThat(export.getAsJsonArray("locations")).hasSize(3);
    assertThat(late.exitCode()).isEqualTo(11);
    assertThat(late.text()).contains("  2024-03-01 ", "_____ 5 missing").doesNotContain("\u001b");
    assertThat(late.err())
        .isEqualTo(
            "vidiexport: viewers_hourly is behind: nothing is missing up to 2024-03-03, the end of"
                + " which was 5d 7h before, which is longer than 2d.\n");
  }
}

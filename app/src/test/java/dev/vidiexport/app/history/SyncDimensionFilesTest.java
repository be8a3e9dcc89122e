package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sync} leaves beside a history that is not kept in Parquet. */
class SyncDimensionFilesTest {
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path dimensions;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void begin() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(2)
                .withBuildTime(Duration.ZERO)
                .withLimits(false)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))));
    Path project = folder.resolve("vidiexport.yaml");
    dimensions = folder.resolve("audience/_vidiexport/dimensions");
    environment.putAll(
        Map.of(
            "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
            "VIDICENTER_USERNAME", sandbox.username(),
            "VIDICENTER_TOKEN", sandbox.token(),
            "VIDIEXPORT_CONFIG", project.toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CACHE_HOME", CACHE.toString(),
            "HOME", folder.toString()));
    Files.writeString(
        project,
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056, 1057]
            start: 2024-03-01
            format: csv
        """);
  }

  @AfterEach
  void end() {
    sandbox.close();
  }

  private CommandLineRun sync(String moment) {
    return CommandLineRun.of(
        environment, "sync", "--as-of", moment, "--poll-interval", "10ms", "--quiet");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(dimensions)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void tellWhatPlacesAreCalledAsLongAsNothingChanges() throws Exception {
    CommandLineRun synced = sync("2024-03-03T06:00:00Z");

    assertThat(synced.exitCode()).as(synced.err()).isZero();
    assertThat(synced.err()).isEmpty();
    assertThat(files()).containsExactly("locations.parquet", "networks.parquet", "sites.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT count(place.label), count(site.label), count(network.label),
                  count(place.valid_to)
                FROM '%1$s/locations.parquet' AS place
                LEFT JOIN '%1$s/sites.parquet' AS site ON site.id = place.site_id
                LEFT JOIN '%1$s/networks.parquet' AS network ON network.id = site.network_id
                """
                    .formatted(dimensions))) {
      assertThat(found.next()).isTrue();
      assertThat(List.of(found.getInt(1), found.getInt(2), found.getInt(3), found.getInt(4)))
          .containsExactly(2, 2, 2, 0);
    }
    Path locations = dimensions.resolve("locations.parquet");
    Files.setLastModifiedTime(locations, LONG_AGO);
    Files.delete(dimensions.resolve("sites.parquet"));

    CommandLineRun again = sync("2024-03-03T07:00:00Z");
    CommandLineRun verified = CommandLineRun.of(environment, "verify");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(Files.getLastModifiedTime(locations)).isEqualTo(LONG_AGO);
    assertThat(files()).contains("sites.parquet");
    assertThat(verified.exitCode()).as(verified.out()).isZero();
  }

  @Test
  void areWarnedOfWhereTheyCannotBeWritten() throws IOException {
    Files.createDirectories(dimensions.getParent());
    Files.writeString(dimensions, "in the way");

    CommandLineRun synced = sync("2024-03-03T06:00:00Z");

    assertThat(synced.exitCode()).isZero();
    assertThat(synced.err())
        .startsWith("vidiexport: What places are called was not written: Cannot write ")
        .hasLineCount(1);
  }
}

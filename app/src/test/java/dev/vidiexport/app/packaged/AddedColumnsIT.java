package dev.vidiexport.app.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that the packaged program adds, as other programs read them. */
class AddedColumnsIT {
  private static final long RENAMED = 1056;
  private static final String OLD = "Gare du Nord 1 – Entrance";
  private static final List<String> ADDED =
      List.of(
          "location_label|VARCHAR",
          "site_id|BIGINT",
          "site_label|VARCHAR",
          "network_id|BIGINT",
          "network_label|VARCHAR",
          "gender_label|VARCHAR",
          "age_label|VARCHAR",
          "dwell_time_seconds|DOUBLE",
          "attention_time_seconds|DOUBLE",
          "period_date|DATE",
          "period_hour|BIGINT",
          "period_weekday|BIGINT",
          "period_week|VARCHAR",
          "period_start_utc|TIMESTAMP WITH TIME ZONE",
          "period_start_ambiguous|BOOLEAN");

  @TempDir private Path top;
  private Path folder;
  private volatile Instant present = Instant.parse("2025-11-01T12:00:00Z");
  private Sandbox sandbox;
  private RecordingProxy proxy;
  private PackagedJar jar;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createDirectory(top.toRealPath().resolve("case"));
    sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(3)
                .withBuildTime(Duration.ZERO)
                .withHistory(
                    SandboxHistory.by(() -> present)
                        .withName(RENAMED, Instant.parse("2025-01-03T12:00:00Z"), "Renamed")));
    proxy = RecordingProxy.before(sandbox.baseUrl());
    jar =
        PackagedJar.in(folder)
            .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
            .withVariable("VIDICENTER_BASE_URL", proxy.baseUrl())
            .withVariable("VIDICENTER_USERNAME", sandbox.username())
            .withVariable("VIDICENTER_TOKEN", sandbox.token());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    proxy.close();
  }

  private ProcessResult run(String... words) {
    ProcessResult ended = jar.run(words);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  /** The hours around the end of summer time in Paris. */
  private void export(String output) {
    run(
        "export",
        "--data-type",
        "viewers",
        "--time-resolution",
        "1h",
        "--group-by-demographics",
        "--locations",
        "1056,1057",
        "--start",
        "2025-10-26T00:00:00",
        "--end",
        "2025-10-26T04:00:00",
        "--with",
        "names,labels,seconds,calendar,utc",
        "--time-zone",
        "Europe/Paris",
        "-o",
        output);
  }

  @Test
  void areTheSameInAllFormats() throws Exception {
    present = Instant.parse("2025-11-01T12:00:00Z");
    for (String output : List.of("a.parquet", "a.csv", "a.jsonl", "a.xlsx")) {
      export(output);
    }

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      String parquet = "read_parquet('%s')".formatted(folder.resolve("a.parquet"));
      List<String> described = lines(duckDb, "DESCRIBE SELECT * FROM " + parquet, 2);
      int received = described.size() - ADDED.size();
      assertThat(described.subList(received, described.size())).isEqualTo(ADDED);

      assertThat(
              lines(
                  duckDb,
                  "SELECT DISTINCT period_hour, period_start_utc, period_start_ambiguous FROM "
                      + parquet
                      + " ORDER BY 1",
                  3))
          .containsExactly(
              "0|2025-10-25T22:00:00Z|false",
              "1|2025-10-25T23:00:00Z|false",
              "2|2025-10-26T00:00:00Z|true",
              "3|2025-10-26T02:00:00Z|false",
              "4|2025-10-26T03:00:00Z|false");
      assertThat(
              lines(
                  duckDb,
                  "SELECT DISTINCT location_id, location_label, site_id, site_label, network_id,"
                      + " network_label, period_date, period_weekday, period_week FROM "
                      + parquet
                      + " ORDER BY 1",
                  9))
          .containsExactly(
              "1056|Renamed|201|Gare du Nord 1|11|Métro|2025-10-26|7|2025-W43",
              "1057|Gare du Nord 1 – Kiosk|201|Gare du Nord 1|11|Métro|2025-10-26|7|2025-W43");
      assertThat(
              lines(
                  duckDb,
                  "SELECT count(*) FROM "
                      + parquet
                      + " WHERE dwell_time_seconds IS DISTINCT FROM"
                      + " dwell_time_in_tenths_of_sec / 10.0",
                  1))
          .containsExactly("0");

      String texts = "SELECT * REPLACE (CAST(period_date AS VARCHAR) AS period_date, %s) FROM %s";
      String utc = "strftime(make_timestamp(epoch_us(period_start_utc)), '%Y-%m-%dT%H:%M:%SZ')";
      String table =
          texts.formatted(
              "CAST(period_start AS VARCHAR) AS period_start, " + utc + " AS period_start_utc",
              parquet);
      for (String other : List.of("csv", "jsonl")) {
        String columns =
            lines(duckDb, "DESCRIBE " + table, 2).stream()
                .map(column -> "'%s': '%s'".formatted((Object[]) column.split("\\|")))
                .collect(joining(", ", "{", "}"));
        String read =
            other.equals("csv")
                ? "read_csv('%s', header = true, columns = %s)"
                : "read_json('%s', format = 'newline_delimited', columns = %s)";
        String rows = read.formatted(folder.resolve("a." + other), columns);
        assertThat(lines(duckDb, "SELECT count(*) FROM " + rows, 1))
            .isEqualTo(lines(duckDb, "SELECT count(*) FROM " + parquet, 1))
            .doesNotContain("0");
        assertThat(lines(duckDb, table + " EXCEPT ALL SELECT * FROM " + rows, 3)).isEmpty();
      }
      hasTypedCells(lines(duckDb, "SELECT count(*) FROM " + parquet, 1).get(0), received);
    }
  }

  /** The day of 2025-10-26 is 45956 in a workbook. */
  private void hasTypedCells(String rows, int received) throws Exception {
    List<Map<String, String>> sheet = SheetXml.of(folder.resolve("a.xlsx")).rows();
    assertThat(sheet).hasSize(Integer.parseInt(rows) + 1);
    Collection<String> header = sheet.get(0).values();
    assertThat(new ArrayList<>(header).subList(received, header.size()))
        .containsExactlyElementsOf(
            ADDED.stream().map(column -> "inlineStr:" + column.replaceFirst("\\|.*", "")).toList());
    assertThat(sheet.get(1).values())
        .contains("inlineStr:Renamed", "n:45956", "inlineStr:2025-W43", "b:0");
  }

  private void project(String with) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056]
            start: 2025-01-01
            time_zone: Europe/Paris
            with: %s
        """
            .formatted(with));
  }

  private ProcessResult syncAt(String moment) {
    present = Instant.parse(moment);
    return run("sync", "--as-of", moment, "--poll-interval", "10ms");
  }

  /** The name changes when it is seen, and the columns with the project file. */
  @Test
  void followTheTopologyInAHistory() throws Exception {
    project("[names, utc]");
    for (String night : List.of("2025-01-03", "2025-01-05")) {
      syncAt(night + "T06:00:00Z");
    }
    List<String> names =
        List.of(
            "2025-01-01|" + OLD,
            "2025-01-02|" + OLD,
            "2025-01-03|" + OLD,
            "2025-01-04|" + OLD,
            "2025-01-05|Renamed");

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      assertThat(namesByDay(duckDb)).isEqualTo(names.subList(0, 4));
      assertThat(described(duckDb))
          .contains("period_start_utc|TIMESTAMP WITH TIME ZONE")
          .doesNotContain("dwell_time_seconds|DOUBLE");

      project("[utc, seconds, names]");
      assertThat(syncAt("2025-01-06T06:00:00Z").err()).contains("1 published, 4 replaced");

      assertThat(namesByDay(duckDb)).isEqualTo(names);
      assertThat(described(duckDb)).contains("dwell_time_seconds|DOUBLE");
      assertThat(
              lines(
                  duckDb,
                  "SELECT count(*) FROM history WHERE dwell_time_seconds IS DISTINCT FROM"
                      + " dwell_time_in_tenths_of_sec / 10.0 OR"
                      + " epoch_us(period_start_utc) + 3600000000 <> epoch_us(period_start)",
                  1))
          .containsExactly("0");
    }
    run("verify", "--rows");
    run("extract", "--export", "viewers_hourly", "--start", "2025-01-05", "-o", "day.csv");
    assertThat(Files.readAllLines(folder.resolve("day.csv")))
        .hasSize(25)
        .first()
        .asString()
        .contains("location_label", "period_start_utc", "dwell_time_seconds");
  }

  private List<String> namesByDay(Statement duckDb) throws SQLException {
    duckDb.execute(
        """
        CREATE OR REPLACE VIEW history AS SELECT * FROM
        read_parquet('%s/audience/viewers_hourly/*/*.parquet', hive_partitioning = true,
        union_by_name = true)
        """
            .formatted(folder));
    return lines(duckDb, "SELECT DISTINCT date, location_label FROM history ORDER BY 1", 2);
  }

  private static List<String> described(Statement duckDb) throws SQLException {
    return lines(duckDb, "DESCRIBE history", 2);
  }

  /** The first columns of what is found, joined with bars; an instant is shown in UTC. */
  private static List<String> lines(Statement duckDb, String sql, int columns) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet found = duckDb.executeQuery(sql)) {
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          Object value = found.getObject(column);
          values.add(
              String.valueOf(value instanceof OffsetDateTime time ? time.toInstant() : value));
        }
        lines.add(String.join("|", values));
      }
    }
    return lines;
  }
}

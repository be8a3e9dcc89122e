package dev.vidiexport.app.backfill;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.RunningJar;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job of the packaged program with tables of a database: killed five times on the way, and
 * kept current when cameras send late and change their past. In the end it has what the same
 * history in a folder has.
 */
@ExtendWith(PostgresServerExtension.class)
class DatabaseHistoryIT {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 1);
  private static final int DAYS = 6;
  private static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS - 1);
  private static final int KILLS = 5;
  private static final int KILLS_OF_FILE = SampledShare.of(2, KILLS);
  private static final int KILLED = 137;

  /**
   * Those of the topology, of a slice, and one of the next; all kills together stay below fifty.
   */
  private static final int MOST_CALLS = 8;

  private static final int HELD = 12;
  private static final int OUTPUT = 6;
  private static final int DIFFERENCE = 11;
  private static final int MILLIS_BETWEEN_LOOKS = 10;
  private static final List<String> EXPORTS = List.of("viewers_hourly", "ots_quarters", "finest");

  /** A night later, of which the cameras that were late have made use. */
  private static final int NIGHTS = 1;

  @TempDir private Path top;

  @Tag("sampled")
  @Test
  void becomesInAServerWhatItIsInAFolder(PostgresServer server) {
    HistoryDatabase database = HistoryDatabase.of(server, "killed_history");
    Property.holds(1, chance -> killAndComplete(database, KILLS, chance, folder("server")));
  }

  @Tag("sampled")
  @Test
  void becomesInAFileOfSqliteWhatItIsInAFolder() {
    Property.holds(
        1,
        chance -> {
          Path folder = folder("file");
          killAndComplete(HistoryDatabase.of(folder, "audience.db"), KILLS_OF_FILE, chance, folder);
        });
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectory(top.toRealPath().resolve(name));
  }

  private void killAndComplete(HistoryDatabase database, int kills, Random chance, Path folder)
      throws Exception {
    Path present = folder.resolveSibling(folder.getFileName() + "-now");
    Files.writeString(present, now(0) + "\n");
    try (SandboxProcess sandbox = sandbox(folder, present)) {
      PackagedJar killed = database.letIn(sandbox.askedBy(runningIn(folder)));
      PackagedJar jar = database.letIn(sandbox.askedDirectlyBy(runningIn(folder)));
      Files.writeString(
          folder.resolve("tables.yaml"), project(database.target(), "ledger: kept.db"));
      Files.writeString(folder.resolve("files.yaml"), project("audience", ""));

      for (int kill = 0; kill < kills; kill++) {
        kill(killed, database, chance, sandbox);
      }
      for (int night = 0; night <= NIGHTS; night++) {
        Files.writeString(present, now(night) + "\n");
        JsonObject tables = synced(jar, "tables.yaml", night);
        JsonObject files = synced(jar, "files.yaml", night);
        if (night > 0) {
          assertThat(sum(tables, "replaced"))
              .as("replaced in night %s", night)
              .isPositive()
              .isEqualTo(sum(files, "replaced"));
        }
        assertSame(database, folder, "after night " + night);
      }
      assertThat(jar.run("verify", "--config", "tables.yaml", "--rows").text())
          .matches("\\d+ slices, [\\d,]+ rows: all as the ledger has them\\.\n");
      assertDamageIsFoundAndMadeGood(jar, database, folder);
      assertExtractIsTheSame(jar, folder);
      assertNobodyElseIsLetIn(jar, folder);
    }
  }

  /** Kills a sync in the middle: when it has made so many calls, or so many slices are there. */
  private static void kill(
      PackagedJar jar, HistoryDatabase database, Random chance, SandboxProcess sandbox)
      throws Exception {
    boolean byCalls = chance.nextBoolean();
    int count = byCalls ? 1 + chance.nextInt(MOST_CALLS) : 1;
    int callsBefore = sandbox.proxy().asked().size();
    int slicesBefore = slices(database);
    sandbox.proxy().passOnly(MOST_CALLS);
    RunningJar sync = alone(jar).start(oneByOne(sync("tables.yaml", 0)));
    while ((byCalls
            ? sandbox.proxy().asked().size() - callsBefore
            : slices(database) - slicesBefore)
        < count) {
      assertThat(sync.process().waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS))
          .as("has ended; it said: %s", Files.readString(sync.err()))
          .isFalse();
    }
    sync.process().destroyForcibly();
    sandbox.proxy().passAll();
    assertThat(sync.end().exitCode()).isEqualTo(KILLED);
  }

  /** So that few calls make a slice whole. */
  private static String[] oneByOne(String... sync) {
    return Stream.concat(Stream.of(sync), Stream.of("--max-exports", "1", "--max-connections", "1"))
        .toArray(String[]::new);
  }

  private static int slices(HistoryDatabase database) throws Exception {
    return database.has("_vidiexport_slices")
        ? Integer.parseInt(database.query("SELECT count(*) FROM _vidiexport_slices").get(0))
        : 0;
  }

  private static JsonObject synced(PackagedJar jar, String project, int night) throws IOException {
    ProcessResult ended = alone(jar).run(sync(project, night));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return JsonParser.parseString(ended.text()).getAsJsonObject();
  }

  private static long sum(JsonObject synced, String count) {
    return synced.getAsJsonArray("exports").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .mapToLong(export -> export.get(count).getAsLong())
        .sum();
  }

  /** The rows by another reader, the ledgers, and what the database says of its slices. */
  private static void assertSame(HistoryDatabase database, Path folder, String when)
      throws Exception {
    try (HistoryTables tables = HistoryTables.in(folder.resolve("audience"))) {
      for (String export : EXPORTS) {
        tables.holdTheRowsOf(database, export, when);
      }
    }
    String slices =
        "SELECT \"export\", \"window\", sources, \"rows\", fingerprint, revision, state FROM files"
            + " ORDER BY 1, 2, 3";
    List<String> ofFiles =
        OtherSqlite.query(folder.resolve("audience/_vidiexport/ledger.db"), slices);
    assertThat(OtherSqlite.query(folder.resolve("kept.db"), slices)).as(when).isEqualTo(ofFiles);
    assertThat(
            database.query(
                "SELECT \"table\", rows, fingerprint, revision FROM _vidiexport_slices"
                    + " WHERE slice NOT LIKE 'dimensions/%' ORDER BY slice"))
        .as(when)
        .containsExactlyInAnyOrderElementsOf(
            OtherSqlite.query(
                folder.resolve("kept.db"),
                "SELECT \"export\", \"rows\", fingerprint, revision FROM files"));
    for (String table : List.of("locations", "sites", "networks")) {
      assertThat(database.query("SELECT count(*) FROM _vidiexport_" + table).get(0))
          .as("%s %s", table, when)
          .isNotEqualTo("0");
    }
  }

  private static void assertDamageIsFoundAndMadeGood(
      PackagedJar jar, HistoryDatabase database, Path folder) throws Exception {
    List<String> slices =
        database.query(
            "SELECT DISTINCT _vidiexport_slice FROM viewers_hourly ORDER BY _vidiexport_slice");
    database.execute(
        "DELETE FROM viewers_hourly WHERE _vidiexport_slice = '%s'".formatted(slices.get(0)));
    database.execute(
        "DELETE FROM viewers_hourly WHERE _vidiexport_slice = '%s' AND location_id = 1057"
            .formatted(slices.get(1)));
    database.execute(
        "UPDATE viewers_hourly SET watcher_count = coalesce(watcher_count, 0) + 1"
            + " WHERE _vidiexport_slice = '%s'".formatted(slices.get(2)));
    database.execute("INSERT INTO viewers_hourly (_vidiexport_slice) VALUES ('mine')");

    ProcessResult found = jar.run("verify", "--config", "tables.yaml", "--rows", "--json");
    ProcessResult repaired =
        jar.run("verify", "--config", "tables.yaml", "--rows", "--repair", "--json");
    synced(jar, "tables.yaml", NIGHTS);
    database.execute("DELETE FROM viewers_hourly WHERE _vidiexport_slice = 'mine'");
    ProcessResult again = jar.run("verify", "--config", "tables.yaml", "--rows");

    assertThat(found.exitCode()).as(found.err()).isEqualTo(DIFFERENCE);
    JsonObject json = JsonParser.parseString(found.text()).getAsJsonObject();
    assertThat(list(json, "missing")).containsExactly("viewers_hourly/" + slices.get(0));
    assertThat(list(json, "changed")).containsExactly("viewers_hourly/" + slices.get(1));
    assertThat(list(json, "foreign")).containsExactly("viewers_hourly/mine");
    assertThat(list(json, "rows_differ"))
        .contains("viewers_hourly/" + slices.get(1), "viewers_hourly/" + slices.get(2));
    assertThat(repaired.exitCode()).isEqualTo(DIFFERENCE);
    assertThat(again.exitCode()).as(again.text()).isZero();
    try (HistoryTables tables = HistoryTables.in(folder.resolve("audience"))) {
      tables.holdTheRowsOf(database, "viewers_hourly", "after damage");
    }
  }

  private static List<String> list(JsonObject json, String key) {
    return json.getAsJsonArray(key).asList().stream().map(JsonElement::getAsString).toList();
  }

  private static void assertExtractIsTheSame(PackagedJar jar, Path folder) throws Exception {
    for (String project : List.of("tables", "files")) {
      ProcessResult ended =
          jar.run(
              "extract",
              "--config",
              project + ".yaml",
              "--export",
              "finest",
              "-o",
              project + ".csv");
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    assertThat(Files.readAllLines(folder.resolve("tables.csv")))
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("files.csv")));
  }

  /** Neither another run, nor one with another ledger. */
  private static void assertNobodyElseIsLetIn(PackagedJar jar, Path folder) throws Exception {
    Files.writeString(
        folder.resolve("other.yaml"),
        Files.readString(folder.resolve("tables.yaml")).replace("kept.db", "another.db"));

    ProcessResult other = alone(jar).run(sync("other.yaml", NIGHTS));

    assertThat(other.exitCode()).as(other.err()).isEqualTo(OUTPUT);
    assertThat(other.err()).contains("belongs to another history");
  }

  @Test
  void letsNoOtherRunIn(PostgresServer server) throws Exception {
    HistoryDatabase database = HistoryDatabase.of(server, "held_history");
    Path folder = folder("held");
    Path present = folder.resolveSibling("held-now");
    Files.writeString(present, now(0) + "\n");
    try (SandboxProcess sandbox = sandbox(folder, present)) {
      PackagedJar jar = database.letIn(sandbox.askedBy(runningIn(folder)));
      String project = project(database.target(), "ledger: kept.db");
      Files.writeString(folder.resolve("tables.yaml"), project);
      // As on another machine, to which the ledger was copied.
      Files.writeString(folder.resolve("copied.yaml"), project.replace("kept.db", "copied.db"));
      sandbox.proxy().passOnly(8);
      RunningJar holding = jar.start(sync("tables.yaml", 0));
      while (sandbox.proxy().asked().size() < 9) {
        assertThat(holding.process().waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS))
            .as("has ended; it said: %s", Files.readString(holding.err()))
            .isFalse();
      }
      Files.copy(folder.resolve("kept.db"), folder.resolve("copied.db"));

      ProcessResult second = jar.run(sync("tables.yaml", 0));
      ProcessResult elsewhere = jar.run(sync("copied.yaml", 0));
      PackagedJar direct = database.letIn(sandbox.askedDirectlyBy(runningIn(folder)));
      ProcessResult trial = direct.run("doctor", "--config", "copied.yaml");
      holding.signal("TERM");
      holding.end();
      sandbox.proxy().passAll();

      assertThat(second.exitCode()).as(second.err()).isEqualTo(HELD);
      assertThat(second.err()).contains("process " + holding.process().pid());
      assertThat(elsewhere.exitCode()).as(elsewhere.err()).isEqualTo(HELD);
      assertThat(trial.exitCode()).as(trial.text()).isEqualTo(HELD);
      synced(direct, "tables.yaml", 0);
    }
  }

  private static SandboxProcess sandbox(Path folder, Path present) throws Exception {
    return SandboxProcess.start(
        PackagedJar.in(Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-s"))),
        "--now-file",
        present.toString(),
        "--no-limits",
        "--build-time",
        "20ms",
        "--time-zones",
        "+00:00",
        "--locations",
        "4",
        "--camera-silent",
        "1058=%sT00:00:00Z/%sT12:00:00Z".formatted(LAST_DAY.minusDays(2), LAST_DAY.plusDays(1)),
        "--camera-recounts",
        "1057=%sT00:00:00Z/%sT12:00:00Z".formatted(LAST_DAY.minusDays(1), LAST_DAY.plusDays(1)));
  }

  /** As on a machine of its own: the limits that runs share make them wait for minutes. */
  private static PackagedJar alone(PackagedJar jar) throws IOException {
    Path state = Files.createTempDirectory(jar.folder().getParent(), "state");
    return jar.withVariable("XDG_STATE_HOME", state.toString());
  }

  private static PackagedJar runningIn(Path folder) {
    return PackagedJar.in(folder)
        .withVariable("XDG_CACHE_HOME", folder.resolveSibling("cache").toString());
  }

  private static String now(int night) {
    return LAST_DAY.plusDays(1L + night) + "T06:00:00Z";
  }

  private static String[] sync(String project, int night) {
    return Stream.of(
            "sync",
            "--config",
            project,
            "--as-of",
            now(night).replace(":00:00Z", ":0%s:00Z".formatted(night)),
            "--no-wait",
            "--poll-interval",
            "20ms",
            "--json")
        .toArray(String[]::new);
  }

  private static String project(String target, String ledger) {
    return """
        target: %s
        %s
        defaults:
          locations: all
          start: %s
          end: %s
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            group_by_demographics: true
          ots_quarters:
            data_type: ots
            time_resolution: 15m
            start: %s
          finest:
            data_type: viewers
            time_resolution: finest
            start: %s
        """
        .formatted(
            target, ledger, FIRST_DAY, LAST_DAY, LAST_DAY.minusDays(2), LAST_DAY.minusDays(1))
        .lines()
        .filter(line -> !line.isBlank())
        .collect(joining("\n", "", "\n"));
  }
}

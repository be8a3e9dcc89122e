package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.staging.TargetFolder;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code plan} and {@code sync}, in the process of the tests, against a sandbox. */
class HistoryCommandsTest {
  private static final String NOW = "2024-03-03T06:00:00Z";

  /** One folder for all tests, because the code of the ledger is loaded once. */
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path project;
  private Path target;
  private Path report;
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
    project = folder.resolve("vidiexport.yaml");
    target = folder.resolve("audience");
    report = folder.resolve("report.json");
    environment.putAll(
        Map.of(
            "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
            "VIDICENTER_USERNAME", sandbox.username(),
            "VIDICENTER_TOKEN", sandbox.token(),
            "VIDIEXPORT_CONFIG", project.toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CACHE_HOME", CACHE.toString(),
            "HOME", folder.toString()));
    writeProject("1h", "[1056, 1057]");
  }

  @AfterEach
  void end() {
    sandbox.close();
  }

  private void writeProject(String resolution, String locations) throws IOException {
    Files.writeString(
        project,
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: %s
            locations: %s
            start: 2024-03-01
            format: csv
        """
            .formatted(resolution, locations));
  }

  private CommandLineRun run(String command, String... more) {
    List<String> words = Stream.concat(Stream.of(command), Stream.of(more)).toList();
    return CommandLineRun.of(environment, words.toArray(String[]::new));
  }

  private CommandLineRun sync(String... more) {
    return run(
        "sync",
        Stream.concat(
                Stream.of("--as-of", NOW, "--poll-interval", "10ms", "--report", report.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private int reportedCode() throws IOException {
    return json(Files.readString(report)).get("exit_code").getAsInt();
  }

  private static long number(JsonObject json, String key) {
    JsonElement export = json.getAsJsonArray("exports").get(0);
    return export.getAsJsonObject().get(key).getAsLong();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      return all.filter(Files::isRegularFile)
          .map(file -> target.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("_vidiexport"))
          .sorted()
          .toList();
    }
  }

  @Test
  void makeAHistoryCompleteAndSaySo() throws IOException {
    CommandLineRun planned = run("plan", "--as-of", NOW, "--json");
    CommandLineRun synced = sync("--json");
    CommandLineRun again = sync("--json", "--quiet");
    CommandLineRun offline = run("plan", "--as-of", NOW, "--json", "--offline");

    assertThat(planned.exitCode()).as(planned.err()).isZero();
    assertThat(number(json(planned.out()), "requests")).isEqualTo(2);
    assertThat(synced.exitCode()).as(synced.err()).isZero();
    assertThat(number(json(synced.out()), "published")).isEqualTo(2);
    assertThat(number(json(synced.out()), "rows")).isEqualTo(96);
    assertThat(files())
        .containsExactly(
            "viewers_hourly/date=2024-03-01/viewers_hourly-2024-03-01-32a9fd3a.csv",
            "viewers_hourly/date=2024-03-02/viewers_hourly-2024-03-02-32a9fd3a.csv");
    assertThat(synced.err())
        .contains(
            "2 slices to ask for\n",
            "viewers_hourly 2024-03-02 (2 locations: 1056,1057): 48 rows, ",
            "2 slices: 2 published; 96 rows, ");
    assertThat(again.err()).isEmpty();
    assertThat(number(json(again.out()), "asked")).isZero();
    assertThat(reportedCode()).isZero();
    assertThat(number(json(offline.out()), "requests")).isZero();
    assertThat(json(offline.out()).getAsJsonArray("exports").get(0).getAsJsonObject())
        .satisfies(
            export ->
                assertThat(export.getAsJsonObject("windows").get("complete").getAsInt())
                    .isEqualTo(2));
  }

  @Test
  void endWithTenWhereSlicesAreMissingAndSayWhatToDo() throws IOException {
    writeProject("1h", "[1056, 999]");

    CommandLineRun synced = sync("--json");
    CommandLineRun quiet = sync("--quiet");

    assertThat(synced.exitCode()).isEqualTo(10);
    assertThat(number(json(synced.out()), "refused")).isEqualTo(2);
    assertThat(synced.err())
        .contains(
            "vidiexport: 2 slices are missing: 2 refused. What was refused",
            "VidiCenter does not list all of these sources");
    assertThat(reportedCode()).isEqualTo(10);
    assertThat(quiet.err())
        .startsWith("vidiexport: 2 slices are missing: 2 refused.")
        .hasLineCount(1);
  }

  @Test
  void refuseSettingsThatAreFixed() throws IOException {
    sync();
    Files.delete(report);
    writeProject("15m", "[1056, 1057]");

    CommandLineRun synced = sync("--json");
    CommandLineRun planned = run("plan");

    assertThat(synced.exitCode()).isEqualTo(2);
    assertThat(synced.out()).isEmpty();
    assertThat(synced.err())
        .startsWith(
            "vidiexport: The export viewers_hourly has files that were made with time_resolution"
                + " \"1h\", which cannot become \"15m\". Give it its old name and settings, or a new"
                + " name and, in a database, a new table.\n");
    assertThat(planned.exitCode()).isEqualTo(2);
    assertThat(report).doesNotExist();
  }

  @Test
  void refuseAnotherHostAndAMomentThatCannotBeAtOnce() {
    sync();
    environment.put("VIDICENTER_BASE_URL", "https://vidicenter.invalid/");

    CommandLineRun other = sync();
    CommandLineRun ahead =
        run("sync", "--as-of", "2999-01-01T00:00:00Z", "--report", report.toString());

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .startsWith(
            "vidiexport: The history comes from localhost, but vidicenter.invalid is to be asked"
                + " now. Check --base-url, or choose another target.\n");
    assertThat(ahead.exitCode()).isEqualTo(2);
    assertThat(ahead.err())
        .startsWith("vidiexport: 2 problems with this command:\n")
        .contains("The moment 2999-01-01T00:00:00Z is later than the clock of this machine");
  }

  @Test
  void refuseAMomentBeforeTheLastRun() {
    sync();

    CommandLineRun before = run("sync", "--as-of", "2024-03-03T05:59:59Z");

    assertThat(before.exitCode()).isEqualTo(2);
    assertThat(before.err())
        .startsWith(
            "vidiexport: The moment 2024-03-03T05:59:59Z is before the last run, which was at"
                + " 2024-03-03T06:00:00Z. Choose another --as-of, or leave it out.\n");
  }

  @Test
  void refuseATargetWithFilesAndWithoutALedger() throws IOException {
    Files.createDirectories(target.resolve("viewers_hourly").resolve("date=2024-03-01"));

    CommandLineRun synced = sync("--json");
    CommandLineRun planned = run("plan", "--as-of", NOW);

    assertThat(synced.exitCode()).isEqualTo(6);
    assertThat(synced.err())
        .contains(
            "has files of viewers_hourly, but no ledger that knows them. Put it back:"
                + " _vidiexport/backup has copies, which lie beside it where it is a database's. Or"
                + " choose another target.");
    assertThat(json(synced.out()).get("exit_code").getAsInt()).isEqualTo(6);
    assertThat(reportedCode()).isEqualTo(6);
    assertThat(planned.exitCode()).isEqualTo(6);
    assertThat(planned.err()).contains("has files of viewers_hourly");
  }

  @Test
  void refuseATargetThatAnotherRunHoldsButTellWrongSettingsFirst() throws IOException {
    sync();
    try (TargetFolder held = TargetFolder.hold(target, "process 4711")) {
      CommandLineRun synced = sync();

      assertThat(synced.exitCode()).isEqualTo(12);
      assertThat(synced.err())
          .startsWith(
              "vidiexport: %s is being changed by another run, process 4711. Wait until it has"
                      .formatted(held.path())
                  + " ended, or choose another target.\n");
      assertThat(reportedCode()).isEqualTo(12);
      writeProject("15m", "[1056, 1057]");
      assertThat(sync().exitCode()).isEqualTo(2);
      assertThat(run("plan", "--as-of", NOW).exitCode()).isEqualTo(2);
    }
  }

  /** Nobody can tell a target that is held from one whose ledger is damaged before it is held. */
  @Test
  void tellThatATargetIsHeldBeforeWhatIsWrongWithItsLedger() throws IOException {
    sync();
    Files.writeString(target.resolve("_vidiexport").resolve("ledger.db"), "no ledger at all");
    try (TargetFolder held = TargetFolder.hold(target, "process 4711")) {
      assertThat(held.path()).exists();
      assertThat(sync().exitCode()).isEqualTo(12);
    }

    CommandLineRun synced = sync();

    assertThat(synced.exitCode()).isEqualTo(6);
    assertThat(synced.err()).contains("Put the newest copy from _vidiexport/backup in its place");
  }

  @Test
  void endWithSixWhereTheTargetIsAFile() throws IOException {
    Files.createFile(target);

    CommandLineRun synced = sync();

    assertThat(synced.exitCode()).isEqualTo(6);
    assertThat(synced.err())
        .startsWith("vidiexport: Cannot write %s: ".formatted(target))
        .contains("target in the project file");
    assertThat(reportedCode()).isEqualTo(6);
  }

  @Test
  void endWithThreeWhereTheCredentialsAreWrongAndAskForNothing() throws IOException {
    environment.put("VIDICENTER_TOKEN", "wrong");

    CommandLineRun synced = sync("--json");
    CommandLineRun planned = run("plan", "--as-of", NOW);

    assertThat(synced.exitCode()).isEqualTo(3);
    assertThat(number(json(synced.out()), "asked")).isZero();
    assertThat(synced.err()).contains("Check VIDICENTER_USERNAME and VIDICENTER_TOKEN");
    assertThat(reportedCode()).isEqualTo(3);
    assertThat(planned.exitCode()).isEqualTo(3);
  }

  @Test
  void endWithSixWhereTheReportCannotBeWrittenBeforeAnythingIsAsked() {
    CommandLineRun synced =
        run("sync", "--as-of", NOW, "--report", folder.resolve("no/such.json").toString());

    assertThat(synced.exitCode()).isEqualTo(6);
    assertThat(synced.err()).contains("Create it first, or choose another --report.");
    assertThat(target).doesNotExist();
  }

  @Test
  void planOfflineByWhatWasSeenLastAlone() throws IOException {
    writeProject("1h", "all");

    CommandLineRun never = run("plan", "--offline");
    sync();
    environment.put("VIDICENTER_BASE_URL", "http://127.0.0.1:9/");
    CommandLineRun later = run("plan", "--offline", "--as-of", "2024-03-04T06:00:00Z", "--json");

    assertThat(never.exitCode()).isEqualTo(2);
    assertThat(never.err())
        .startsWith(
            "vidiexport: The export viewers_hourly asks for all locations, and which those are has"
                + " never been learnt. Run it without --offline.\n");
    assertThat(later.exitCode()).as(later.err()).isZero();
    assertThat(number(json(later.out()), "requests"))
        .as("a window more, and two that are looked at again")
        .isEqualTo(3);
  }
}

package dev.vidiexport.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code verify}, in the process of the tests. */
class VerifyCommandTest {
  private static final String NOW = "2024-03-04T06:00:00Z";
  private static final String WELL = "3 files, ";
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void keepAHistory() throws IOException {
    writeProject("viewers_hourly");
    environment.putAll(
        Map.of(
            "VIDIEXPORT_CONFIG", folder.resolve("vidiexport.yaml").toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CACHE_HOME", CACHE.toString(),
            "HOME", folder.toString()));
  }

  private void writeProject(String export) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          %s:
            data_type: viewers
            time_resolution: 1h
            locations: [1056, 1057]
            start: 2024-03-01
            format: jsonl
        """
            .formatted(export));
  }

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

  private CommandLineRun verify(String... more) {
    return CommandLineRun.of(
        environment, Stream.concat(Stream.of("verify"), Stream.of(more)).toArray(String[]::new));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walked = Files.walk(folder.resolve("audience/viewers_hourly"))) {
      return walked.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String told(Path file) {
    return folder.resolve("audience").relativize(file).toString();
  }

  private static List<String> list(CommandLineRun run, String key) {
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonArray found = json.getAsJsonArray(key);
    List<String> list = new ArrayList<>();
    for (JsonElement element : found) {
      list.add(element.getAsString());
    }
    return list;
  }

  @Test
  void findsDamageMarksItAndFindsItWholeAfterTheNextSync() throws IOException {
    sync();
    CommandLineRun whole = verify("--rows");
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.out()).startsWith(WELL).contains(" 144 rows: all as the ledger has them.\n");
    List<Path> files = files();
    String second = Files.readString(files.get(1));
    Files.delete(files.get(0));
    Files.writeString(files.get(1), second.substring(second.indexOf('\n') + 1), UTF_8);
    Path foreign = Files.writeString(files.get(2).resolveSibling("notes.txt"), "x");
    Path link = Files.createSymbolicLink(files.get(2).resolveSibling("link"), files.get(2));

    CommandLineRun found = verify("--rows", "--json");
    CommandLineRun repaired = verify("--repair");
    Files.delete(foreign);
    Files.delete(link);
    sync();
    CommandLineRun again = verify("--rows", "--json");

    assertThat(found.exitCode()).isEqualTo(11);
    assertThat(list(found, "missing")).containsExactly(told(files.get(0)));
    assertThat(list(found, "changed")).containsExactly(told(files.get(1)));
    assertThat(list(found, "rows_differ")).containsExactly(told(files.get(1)));
    assertThat(list(found, "foreign")).containsExactlyInAnyOrder(told(foreign), told(link));
    assertThat(repaired.exitCode()).isEqualTo(11);
    assertThat(repaired.out()).contains("2 slices are marked as missing.");
    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(files()).isEqualTo(files);
    assertThat(Files.readString(files.get(1))).isEqualTo(second);
  }

  @Test
  void verifiesWhatTheProjectFileDoesNotHaveAnyMore() throws IOException {
    sync();
    writeProject("others");
    Path first = files().get(0);
    Files.delete(first);

    CommandLineRun all = verify("--repair", "--json");
    CommandLineRun chosen = verify("--export", "others");

    assertThat(all.exitCode()).isEqualTo(11);
    assertThat(all.err())
        .contains("verified, too, although the project file does not have them: viewers_hourly");
    assertThat(list(all, "missing")).containsExactly(told(first));
    assertThat(JsonParser.parseString(all.out()).getAsJsonObject().get("marked").getAsInt())
        .isZero();
    assertThat(chosen.exitCode()).isZero();
    assertThat(chosen.out()).startsWith("0 files");
  }

  @Test
  void repairsNothingWhileAnotherRunHoldsTheTarget() throws IOException {
    sync();
    try (TargetFolder held = TargetFolder.hold(folder.resolve("audience"), "process 4711")) {
      assertThat(held.path()).exists();
      CommandLineRun repair = verify("--repair");
      CommandLineRun look = verify();

      assertThat(repair.exitCode()).isEqualTo(12);
      assertThat(repair.err()).contains("process 4711");
      assertThat(look.exitCode()).as(look.err()).isZero();
    }
  }

  @Test
  void findsNothingInAHistoryThatHasNotBegunAndBeginsNone() {
    assertThat(verify().exitCode()).isZero();
    assertThat(verify("--repair").exitCode()).isZero();
    assertThat(folder.resolve("audience")).doesNotExist();
  }

  @Test
  void endsWithSixWithoutALedger() throws IOException {
    sync();
    Files.delete(folder.resolve("audience/_vidiexport/ledger.db"));

    CommandLineRun run = verify();

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains("no ledger that knows them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/7", "8/7", "7", "3/7/1", "x", "1/1001", ""})
  void refusesPartsThatAreNone(String part) {
    CommandLineRun run = verify("--part=" + part);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "--part must be a part such as 3/7, the third of seven, of at most 1000, but was");
    assertThat(run.out()).isEmpty();
  }
}

package dev.vidiexport.app.additions;

import static dev.vidiexport.app.additions.ShopService.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands about a history do with the words of {@code with} in the project file. */
class HistoryAdditionsTest {
  private static final String NOW = "2024-03-03T06:00:00Z";
  private static final List<String> TOPOLOGY =
      List.of("networks/", "sites/", "locations/", "location_tags/", "site_tags/");

  @TempDir private Path folder;
  private ShopService service;

  @BeforeEach
  void begin() {
    service = new ShopService(folder);
    service.answersData(
        rows("{'location_id': 1057, 'period_start': '2024-03-01 12:00:00', 'watcher_count': 3}"));
  }

  @AfterEach
  void end() {
    service.close();
  }

  private void project(String more) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1057]
            start: 2024-03-01
            end: 2024-03-01
            format: csv
        """
            + more.indent(4));
  }

  private CommandLineRun run(String command, String... more) {
    return service.run(
        CommandLines.words(
            List.of(command, "--config", folder.resolve("vidiexport.yaml").toString()), more));
  }

  private CommandLineRun sync(String... more) {
    return run(
        "sync", CommandLines.words(List.of("--as-of", NOW, "--poll-interval", "10ms"), more));
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("audience/viewers_hourly"))) {
      return Files.readAllLines(
          files.filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow());
    }
  }

  private JsonObject plan() {
    CommandLineRun plan = CommandLines.good(run("plan", "--as-of", NOW, "--json"));
    return JsonParser.parseString(plan.out())
        .getAsJsonObject()
        .getAsJsonArray("exports")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("windows");
  }

  @Test
  void askForTagsInASyncAndNotInAPlan() throws IOException {
    project("with: [tags]\n");

    assertThat(plan().get("missing").getAsInt()).isEqualTo(1);
    assertThat(service.asked()).isEqualTo(TOPOLOGY);

    CommandLines.good(sync());
    assertThat(service.asked().subList(5, 14))
        .startsWith(TOPOLOGY.toArray(String[]::new))
        .endsWith(
            "location_tag/door/locations/",
            "location_tag/A/locations/",
            "site_tag/north/sites/",
            "data/");
    assertThat(lines().get(0)).endsWith(",location_tags,site_tags");
  }

  @Test
  void takeTheZoneOfTheExportAndWriteAgainWhenItIsAnother() throws IOException {
    project("with: utc\ntime_zone: Europe/Paris\n");
    CommandLines.good(sync());
    assertThat(lines().get(1)).endsWith(",2024-03-01T11:00:00Z,false");

    Files.writeString(folder.resolve("zones.txt"), "site 202: Asia/Tokyo\n");
    project("with: utc\ntime_zone: Europe/Paris\ntime_zones: zones.txt\n");
    assertThat(plan().get("stale").getAsInt()).isEqualTo(1);
    CommandLines.good(sync());
    assertThat(lines().get(1)).endsWith(",2024-03-01T03:00:00Z,false");

    Files.writeString(folder.resolve("zones.txt"), "# Tokyo\nsite 202 : Asia/Tokyo\n");
    assertThat(plan().get("stale").getAsInt()).isZero();
  }

  @Test
  void leaveFilesAsTheyAreWhenOnlyZonesChangeThatNothingIsMadeFrom() throws IOException {
    Files.writeString(folder.resolve("zones.txt"), "site 202: Asia/Tokyo\n");
    project("with: names\ntime_zones: zones.txt\n");
    CommandLines.good(sync());

    Files.writeString(folder.resolve("zones.txt"), "site 202: Europe/Rome\n");

    assertThat(plan().get("stale").getAsInt()).isZero();
  }

  /** Site 202 has a label that a spreadsheet would run. */
  @Test
  void tellOfALabelThatLooksLikeAFormulaOnce() throws IOException {
    project("with: names\n");

    assertThat(CommandLines.good(sync()).err())
        .containsOnlyOnce("Excel would run the label \"=1+1\" as a formula.");
    assertThat(lines().get(1)).endsWith(",,202,=1+1,12,");
  }

  @Test
  void endWithTheCodeOfATopologyThatIsRefused() throws IOException {
    project("with: names\n");
    service.answers("locations", ScriptedAnswer.of("403 Forbidden", ""));

    assertThat(sync().exitCode()).isEqualTo(3);
    assertThat(service.asked()).isEqualTo(TOPOLOGY.subList(0, 3));
  }

  @Test
  void areNotForExtract() throws IOException {
    project("with: names\n");

    CommandLineRun run = run("extract", "--export", "viewers_hourly", "--with", "names", "-o", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--with");
  }
}

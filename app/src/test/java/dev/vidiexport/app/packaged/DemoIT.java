package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees first. */
class DemoIT {
  private static final int ROWS = 2 * 7 * 24;
  private static final String[] FILES = {
    "vidiexport-demo",
    "vidiexport-demo/ots.csv",
    "vidiexport-demo/ots.json",
    "vidiexport-demo/ots.jsonl",
    "vidiexport-demo/ots.parquet"
  };

  @TempDir private Path folder;

  @Test
  void writesEveryFormatAndShowsWhatItWrote() throws Exception {
    Ended ended = PackagedJar.in(folder).run("demo");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.text())
        .contains("s  started\n", "s  in_progress\n", "s  finished\n")
        .contains("\n  vidiexport-demo/ots.parquet  336   6        ")
        .contains("The first rows, as read back from vidiexport-demo/ots.csv:\n  location_id  ")
        .contains("The first rows, as read back from vidiexport-demo/ots.json:\n  location_id  ")
        .contains("The first rows, as read back from vidiexport-demo/ots.jsonl:\n  location_id  ")
        .contains(
            "The first rows, as read back from vidiexport-demo/ots.parquet:\n  location_id  ");
    assertThat(ended.text().lines().count()).as("lines, to fit a screen").isLessThan(60);
    assertThat(PackagedJar.in(folder).files()).containsExactly(FILES);
    assertThat(csvLines()).hasSize(1 + ROWS);
    assertThat(json()).hasSize(ROWS);
  }

  @Test
  void showsTheSameRowsOfEveryFile() throws Exception {
    String shown = PackagedJar.in(folder).run("demo").text();

    List<String> tables =
        List.of(shown.substring(shown.indexOf("The first rows")).split("\n\n", -1)).subList(0, 4);
    assertThat(tables)
        .extracting(table -> table.substring(table.indexOf('\n')))
        .allMatch(table -> table.lines().count() == 5)
        .containsOnly(tables.get(0).substring(tables.get(0).indexOf('\n')));
  }

  @Test
  void showsACommandThatChecksOut() throws Exception {
    String shown = PackagedJar.in(folder).run("demo").text();
    String command = shown.substring(shown.indexOf("export \\"), shown.indexOf("\n\n"));
    String[] arguments =
        (command.replace("\\\n", " ").strip() + " --dry-run --overwrite").split(" +");

    Ended ended = PackagedJar.in(folder).run(arguments);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.text()).contains("data_type=ots");
  }

  @Test
  void replacesItsOwnFilesAndLeavesOthersAlone() throws Exception {
    Path demo = Files.createDirectory(folder.resolve("vidiexport-demo"));
    Files.writeString(demo.resolve("ots.csv"), "old");
    Files.writeString(demo.resolve("notes.txt"), "mine");

    Ended ended = PackagedJar.in(folder).run("demo", "--quiet");

    assertThat(ended.exitCode()).isZero();
    assertThat(csvLines()).hasSize(1 + ROWS);
    assertThat(demo.resolve("notes.txt")).hasContent("mine");
    assertThat(PackagedJar.in(folder).files()).hasSize(FILES.length + 1);
  }

  @Test
  void needsNobodyElsesSettings() {
    Ended ended =
        PackagedJar.in(folder)
            .askingAt("http://127.0.0.1:9/")
            .withJvmOptions(List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=9"))
            .run("demo");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(Canary.leakedInto(ended.out())).isEmpty();
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    Files.writeString(folder.resolve("vidiexport-demo"), "mine");

    Ended ended = PackagedJar.in(folder).run("demo");

    assertThat(ended.talk())
        .isEqualTo(
            "vidiexport: The demo needs a folder vidiexport-demo, but that is something else."
                + " Run the demo in another folder.\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(folder.resolve("vidiexport-demo")).hasContent("mine");
  }

  @Test
  void refusesAFileThatIsAFolder() throws Exception {
    Files.createDirectories(folder.resolve("vidiexport-demo").resolve("ots.csv"));

    Ended ended = PackagedJar.in(folder).run("demo");

    assertThat(ended.talk())
        .isEqualTo(
            "vidiexport: The demo would write vidiexport-demo/ots.csv, but that is no file."
                + " Run the demo in another folder.\n");
    assertThat(ended.exitCode()).isEqualTo(6);
  }

  private List<String> csvLines() throws IOException {
    return Files.readAllLines(folder.resolve("vidiexport-demo").resolve("ots.csv"));
  }

  private JsonArray json() throws IOException {
    return JsonParser.parseString(
            Files.readString(folder.resolve("vidiexport-demo").resolve("ots.json")))
        .getAsJsonArray();
  }
}

package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees first. */
class DemoIT {
  private static final int ROWS = 6 * 7 * 24;
  private static final String[] FILES = {
    "vidiexport-demo",
    "vidiexport-demo/audience.html",
    "vidiexport-demo/demo.sha256",
    "vidiexport-demo/ots.csv",
    "vidiexport-demo/ots.db",
    "vidiexport-demo/ots.json",
    "vidiexport-demo/ots.jsonl",
    "vidiexport-demo/ots.parquet",
    "vidiexport-demo/ots.xlsx",
    "vidiexport-demo/viewers.parquet"
  };

  /** What one demo did, which several tests look at. */
  @TempDir private static Path shown;

  private static ProcessResult demo;

  @TempDir private Path folder;

  @BeforeAll
  static void showADemo() {
    demo = PackagedJar.in(shown).run("demo");
  }

  @Tag("deadline")
  @Test
  void writesEveryFormatAndShowsWhatItWrote() throws Exception {
    ProcessResult ended = demo;

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.text())
        .contains("s  started\n", "s  in_progress\n", "s  finished\n")
        .contains("\n  vidiexport-demo/ots.parquet      1,008  6        ")
        .contains(
            "The first rows, as read back from csv, json, jsonl, parquet, sqlite and xlsx alike:\n"
                + "  location_id  ");
    assertThat(ended.text().lines().count()).as("lines, to fit a screen").isLessThan(40);
    assertThat(PackagedJar.in(shown).files()).containsExactly(FILES);
    assertThat(PackagedJar.in(shown).stateFolder()).doesNotExist();
    assertThat(csvLines(shown)).hasSize(1 + ROWS);
    assertThat(json(shown)).hasSize(ROWS);
  }

  @Test
  void makesAPageOfItsFiles() throws Exception {
    String page = Files.readString(shown.resolve("vidiexport-demo").resolve("audience.html"));
    Path viewers = shown.resolve("vidiexport-demo").resolve("viewers.parquet");
    Path ots = shown.resolve("vidiexport-demo").resolve("ots.parquet");

    assertThat(figure(page, "watchers"))
        .isEqualTo(reckoned("SELECT sum(watcher_count)::DOUBLE FROM '%s'", viewers));
    assertThat(figure(page, "ots"))
        .isEqualTo(reckoned("SELECT sum(ots_count)::DOUBLE FROM '%s'", ots));
    assertThat(figure(page, "conversion"))
        .isEqualTo(
            reckoned(
                "SELECT sum(watcher_count)::DOUBLE / sum(ots_count) FROM '%s'"
                    + " WHERE watcher_count IS NOT NULL AND ots_count IS NOT NULL",
                ots));
    assertThat(figure(page, "coverage"))
        .isEqualTo(
            reckoned(
                "SELECT count(DISTINCT (location_id, period_start))::DOUBLE / 1008 FROM '%s'"
                    + " WHERE watcher_count IS NOT NULL",
                viewers));
    assertThat(page).contains("Gare du Nord");
  }

  @Test
  void keepsATableThatAnotherSqliteReads() throws Exception {
    Path database = shown.resolve("vidiexport-demo").resolve("ots.db");
    Path parquet = shown.resolve("vidiexport-demo").resolve("ots.parquet");

    assertThat(OtherSqlite.query(database, "SELECT count(*), sum(watcher_count) * 1.0 FROM export"))
        .containsExactly(
            "%s|%s"
                .formatted(ROWS, reckoned("SELECT sum(watcher_count)::DOUBLE FROM '%s'", parquet)));
    assertThat(demo.text())
        .contains("vidiexport-demo/ots.db           1,008  6        " + withCommas(database));
  }

  private static String withCommas(Path file) throws IOException {
    return NumberText.of(Files.size(file));
  }

  private static double figure(String page, String name) {
    Matcher figure =
        Pattern.compile("data-figure=\"" + name + "\" data-value=\"([0-9.]+)\"").matcher(page);
    assertThat(figure.find()).as(name).isTrue();
    return Double.parseDouble(figure.group(1));
  }

  private static double reckoned(String sql, Path file) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql.formatted(file))) {
      result.next();
      return result.getDouble(1);
    }
  }

  @Test
  void showsARowOfWhatWasNotMeasured() {
    String text = demo.text();

    List<String> table =
        text.substring(text.indexOf("The first rows")).split("\n\n", 2)[0].lines().toList();
    assertThat(table).hasSize(1 + 1 + 3);
    assertThat(table.subList(2, 5))
        .anyMatch(row -> row.matches(".* null +null .*"))
        .anyMatch(row -> !row.contains("null"));
  }

  @Test
  void showsACommandThatChecksOut() throws Exception {
    String text = demo.text();
    String command = text.substring(text.indexOf("export \\"), text.indexOf("\n\n"));
    String[] arguments =
        (command.replace("\\\n", " ").strip() + " --dry-run --overwrite").split(" +");

    ProcessResult ended = PackagedJar.in(shown).run(arguments);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.text()).contains("data_type=ots");
  }

  @Test
  void replacesItsOwnFilesAndLeavesOthersAlone() throws Exception {
    Path place = folder.resolve("vidiexport-demo");
    PackagedJar.in(folder).run("demo", "--quiet");
    Files.writeString(place.resolve("notes.txt"), "mine");
    Files.delete(place.resolve("ots.json"));
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(place.resolve("ots.csv"), longAgo);

    ProcessResult ended = PackagedJar.in(folder).run("demo", "--quiet");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(Files.getLastModifiedTime(place.resolve("ots.csv"))).isNotEqualTo(longAgo);
    assertThat(csvLines(folder)).hasSize(1 + ROWS);
    assertThat(json(folder)).hasSize(ROWS);
    assertThat(place.resolve("notes.txt")).hasContent("mine");
    assertThat(PackagedJar.in(folder).files()).hasSize(FILES.length + 1);
  }

  @Test
  void refusesAFileThatItDidNotWrite() throws Exception {
    Path place = Files.createDirectory(folder.resolve("vidiexport-demo"));
    Files.writeString(place.resolve("ots.jsonl"), "mine");

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo would replace vidiexport-demo/ots.jsonl, which no earlier demo wrote, or which"
            + " was changed since. Move it away, or run the demo in another folder.");
    assertThat(place.resolve("ots.jsonl")).hasContent("mine");
    assertThat(PackagedJar.in(folder).files())
        .containsExactly("vidiexport-demo", "vidiexport-demo/ots.jsonl");
  }

  @Test
  void refusesAFileOfItsOwnThatWasChanged() throws Exception {
    Path csv = folder.resolve("vidiexport-demo").resolve("ots.csv");
    PackagedJar.in(folder).run("demo", "--quiet");
    Files.writeString(csv, "1056,mine\n", StandardOpenOption.APPEND);
    long bytes = Files.size(csv);

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo would replace vidiexport-demo/ots.csv, which no earlier demo wrote, or which was"
            + " changed since. Move it away, or run the demo in another folder.");
    assertThat(csv).hasSize(bytes);
  }

  @Test
  void refusesAListOfFilesThatItDidNotWrite() throws Exception {
    Path place = Files.createDirectory(folder.resolve("vidiexport-demo"));
    Files.writeString(place.resolve("demo.sha256"), "mine");

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo would replace vidiexport-demo/demo.sha256, which no earlier demo wrote. Run the"
            + " demo in another folder.");
    assertThat(place.resolve("demo.sha256")).hasContent("mine");
  }

  @Test
  void listsItsFilesForOthersToCheck() throws Exception {
    Path demoFolder = shown.resolve("vidiexport-demo");

    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "demo.sha256")
            .directory(demoFolder.toFile())
            .start();

    assertThat(check.waitFor()).isZero();
    assertThat(demoFolder.resolve("demo.sha256")).content().hasLineCount(8);
  }

  @Test
  void needsNobodyElsesSettings() {
    ProcessResult ended =
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

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo needs a folder vidiexport-demo, but that is something else. Run the demo in"
            + " another folder.");
    assertThat(folder.resolve("vidiexport-demo")).hasContent("mine");
  }

  @Test
  void refusesAFileThatIsAFolderBeforeItWritesAny() throws Exception {
    Files.createDirectories(folder.resolve("vidiexport-demo").resolve("ots.parquet"));

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo would write vidiexport-demo/ots.parquet, but that is a folder. Move it away, or"
            + " run the demo in another folder.");
    assertThat(PackagedJar.in(folder).files())
        .containsExactly("vidiexport-demo", "vidiexport-demo/ots.parquet");
  }

  @Test
  void refusesALink() throws Exception {
    Path place = Files.createDirectory(folder.resolve("vidiexport-demo"));
    Files.createSymbolicLink(place.resolve("ots.csv"), Path.of("elsewhere.csv"));

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo would write vidiexport-demo/ots.csv, but that is a link. Move it away, or run the"
            + " demo in another folder.");
    assertThat(place.resolve("elsewhere.csv")).doesNotExist();
  }

  @Test
  void refusesWhereNativeCodeDoesNotLoadBeforeItWritesAnything() throws Exception {
    Path temporary = folder.resolveSibling(folder.getFileName() + "-tmp");
    // Not even root can unpack anything there.
    Files.createSymbolicLink(temporary, Path.of("/proc"));

    ProcessResult ended = PackagedJar.in(folder).run("demo");

    refusedBecause(
        ended,
        "The demo cannot write vidiexport-demo/ots.parquet: native code could not be unpacked into "
            + temporary
            + " and run from there. Start java with -Djava.io.tmpdir=DIR, a folder that you may"
            + " write to, on a file system that allows execution.");
    assertThat(folder.resolve("vidiexport-demo")).isEmptyDirectory();
  }

  private static void refusedBecause(ProcessResult ended, String sentences) {
    assertThat(ended.messages()).isEqualTo("vidiexport: " + sentences + "\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(6);
  }

  private static List<String> csvLines(Path place) throws IOException {
    return Files.readAllLines(place.resolve("vidiexport-demo").resolve("ots.csv"));
  }

  private static JsonArray json(Path place) throws IOException {
    return JsonParser.parseString(
            Files.readString(place.resolve("vidiexport-demo").resolve("ots.json")))
        .getAsJsonArray();
  }
}

package dev.vidiexport.app.project;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Id;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a good project file, and files that are none. */
class ProjectReaderTest {
  private static final String EXPORTS =
      """
      exports:
        v:
          data_type: viewers
          time_resolution: 1h
          locations: all
          start: 2024-01-01
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("vidiexport.yaml");
  }

  private ProjectFile project(String text) throws IOException {
    Files.writeString(file, text);
    ProjectCase read = ProjectCase.of(file);
    assertThat(read.problems()).isEmpty();
    return read.project().orElseThrow();
  }

  private List<String> problems(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return ProjectCase.of(file).problems();
  }

  private static ProjectFile good(String name) {
    return ProjectCase.of(ProjectCase.TABLE.resolve("good/" + name + ".yaml"))
        .project()
        .orElseThrow();
  }

  @Test
  void keepsTheOrderOfTheFile() {
    assertThat(good("all-keys").exports())
        .extracting(ProjectExport::name)
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void takesAllKeys() {
    ProjectExport export = good("all-keys").exports().get(0);
    HistoryExport history = export.history();

    assertThat(history.template().contentIds()).containsExactly("a1", "7", "0012");
    assertThat(history.template().groupByDemographics()).isTrue();
    assertThat(((SourceSelection.Listed) history.sources()).sources().text())
        .isEqualTo("sites=7,8,9");
    assertThat(history.columns())
        .isEqualTo(
            Map.of(
                "new_key", ColumnType.DECIMAL,
                "other key", ColumnType.WHOLE,
                "2024", ColumnType.TEXT));
    assertThat(history.sinkOptions())
        .isEqualTo(Map.of("compression", "gzip", "bom", "true", "delimiter", ";"));
    assertThat(history.timeZone().orElseThrow().getId()).isEqualTo("Europe/Paris");
    assertThat(history.lookbackDays()).isZero();
    assertThat(history.additions().additions())
        .containsExactlyInAnyOrder(Addition.NAMES, Addition.SECONDS, Addition.UTC);
    assertThat(history.additions().zones())
        .isEqualTo(
            new PlaceZones(
                Map.of(new Id("1056"), ZoneId.of("Europe/Paris")),
                Map.of(new Id("12"), ZoneId.of("Europe/London")),
                Optional.of(ZoneId.of("Europe/Paris"))));
    assertThat(export.sink().provider().format()).isEqualTo("csv");
    assertThat(export.sink().options().flag("bom")).isTrue();
    assertThat(export.sink().extension()).contains("csv.gz");
  }

  @ParameterizedTest
  @CsvSource({"least, parquet", "all-keys, csv.gz", "jsonl-packed, jsonl.gz"})
  void knowsTheExtensionOfFiles(String name, String extension) {
    assertThat(good(name).exports().get(0).extension()).isEqualTo(extension);
  }

  @Test
  void takesNoSourcesFromDefaultsWhereAnExportHasItsOwn() {
    assertThat(good("other-sources-than-defaults").exports())
        .extracting(export -> export.history().sources().kind())
        .containsExactly(SourceKind.LOCATIONS, SourceKind.SITES, SourceKind.LOCATION_TAGS);
  }

  @ParameterizedTest
  @CsvSource({
    "audience, FOLDER/audience",
    "./a/../b, FOLDER/b",
    "/data/audience, /data/audience",
    "~/audience, /home/somebody/audience",
    "~audience, FOLDER/~audience",
    ".., PARENT"
  })
  void findsTheTargetFromWhereTheFileIs(String written, String found) throws IOException {
    ProjectFile project = project("target: " + written + "\n" + EXPORTS);

    assertThat(project.target()).isEqualTo(new HistoryTarget.Folder(Path.of(located(found))));
    assertThat(project.file()).isEqualTo(file);
  }

  private String located(String path) {
    return path.replace("FOLDER", folder.toString())
        .replace("PARENT", String.valueOf(folder.getParent()));
  }

  @Test
  void readsTheConnection() throws IOException {
    ProjectFile project = project("target: a\nusername: me\ntoken_file: secrets/token\n" + EXPORTS);

    assertThat(project.connection())
        .isEqualTo(
            new ProjectConnection(
                file.toString(),
                Optional.empty(),
                Optional.of("me"),
                Optional.of(folder.resolve("secrets/token").toString())));
    assertThat(good("all-keys").connection().tokenFile()).contains("-");
    assertThat(good("contract").connection().tokenFile())
        .contains("/home/somebody/.config/vidiexport/token");
  }

  @Test
  void refusesItselfAsTheTarget() throws IOException {
    assertThat(problems(("target: vidiexport.yaml\n" + EXPORTS).getBytes(UTF_8)))
        .containsExactly(file + ", line 1: target must be a folder of its own, but is this file.");
  }

  @Test
  void tellsWhereAFileIsNotUtf8() throws IOException {
    assertThat(problems(new byte[] {'a', ':', '\n', '\n', (byte) 0xE4, '\n'}))
        .containsExactly(file + ", line 3: The file must be UTF-8, but here it is not.");
    assertThat(problems(EXPORTS.getBytes(UTF_16)))
        .containsExactly(file + ", line 1: The file must be UTF-8, but here it is not.");
  }

  @Test
  void tellsWhereACharacterStandsThatYamlDoesNotTake() throws IOException {
    assertThat(problems("a: b\r\nc: d\r\re: \0f".getBytes(UTF_8)))
        .containsExactly(file + ", line 4: The file must not contain the character U+0000 (NULL).");
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100_000_000);
    }

    assertThat(ProjectCase.of(file).problems())
        .containsExactly(
            "The project file \"%s\" is larger than 1 MiB. Is it really a project file?"
                .formatted(file));
  }

  @Test
  void readsAMebibyte() throws IOException {
    String text = "target: audience\n" + EXPORTS;

    project(text + "#".repeat(1024 * 1024 - text.length()));
  }

  @Test
  void toleratesLongValues() throws IOException {
    String digits = "7".repeat(100_000);

    assertThat(problems(("target: a\n" + EXPORTS.replace("all", digits)).getBytes(UTF_8)))
        .singleElement()
        .asString()
        .hasSizeLessThan(500);
  }

  @Test
  void toleratesDepth() throws IOException {
    assertThat(problems("[".repeat(1_000_000).getBytes(UTF_8)))
        .containsExactly(file + ", line 1: The file must not be deeper than 10 levels.");
    assertThat(problems("? ".repeat(500_000).getBytes(UTF_8)))
        .containsExactly(file + ", line 1: The file must not be deeper than 10 levels.");
  }

  @Test
  void tellsAHundredProblemsAtMost() throws IOException {
    StringBuilder text = new StringBuilder("target: a\n" + EXPORTS);
    for (int key = 0; key < 2_000; key++) {
      text.append("k").append(key).append(": 1\n");
    }

    List<String> problems = problems(text.toString().getBytes(UTF_8));

    assertThat(problems).hasSize(101);
    assertThat(problems.get(100)).isEqualTo(file + ": 1900 more problems are not shown.");
  }

  @Test
  void saysHowToMakeAFileThatIsMissing() {
    assertThat(ProjectCase.of(file).problems())
        .containsExactly(
            ("The project file \"%s\" does not exist. Make one with vidiexport init, or name it"
                    + " with --config.")
                .formatted(file));
  }

  @Test
  void refusesAFolder() {
    assertThat(ProjectCase.of(folder).problems())
        .containsExactly(
            "The project file \"%s\" is a folder. Name the file in it.".formatted(folder));
  }

  @Test
  void refusesADevice() {
    assertThat(ProjectCase.of(Path.of("/dev/zero")).problems())
        .containsExactly(
            "The project file \"/dev/zero\" is neither a file nor a link to one. Name a file.");
  }

  @Test
  void refusesNamesThatAreNone() {
    CommandLineProblems problems = new CommandLineProblems();
    ProjectReader reader = new ProjectReader(ProjectCase.SINKS, ProjectCase.HOME);

    assertThat(reader.read("", problems)).isEmpty();
    assertThat(reader.read("a\0b", problems)).isEmpty();

    assertThat(problems.all())
        .containsExactly(
            "The project file must have a name that is valid on this system, but it was \"\".",
            "The project file must have a name that is valid on this system, but it was"
                + " \"a\\u{0000}b\".");
  }

  @Test
  void wantsTwoLinesOfTheExampleFilledIn() throws IOException {
    String example = ProjectExample.text();
    List<String> lines = example.lines().toList();

    List<String> problems = problems(example.getBytes(UTF_8));

    assertThat(problems)
        .containsExactly(
            "%s, line %s: username must be your user name at VidiCenter, but is empty."
                .formatted(file, lineOf("username:", lines)),
            "%s, line %s: defaults.start must be the first day, YYYY-MM-DD, but is empty."
                .formatted(file, lineOf("  start:", lines)));
  }

  private static int lineOf(String beginning, List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith(beginning)) {
        assertThat(lines.get(line)).contains("FILL IN");
        return line + 1;
      }
    }
    throw new AssertionError(beginning + " is not in the example");
  }

  @Test
  void takesTheExampleWithTwoLinesFilledIn() throws IOException {
    ProjectFile project =
        project(
            ProjectExample.text()
                .replaceFirst("(?m)^username:.*$", "username: me@example.com")
                .replaceFirst("(?m)^  start:.*$", "  start: 2024-01-01"));

    assertThat(project.exports()).extracting(ProjectExport::name).containsExactly("viewers_hourly");
  }

  @Test
  void takesWhatTheExampleHasOfDatabases() throws IOException {
    String example = ProjectExample.text();
    List<String> lines =
        example
            .lines()
            .filter(line -> line.matches(" {20,}#   (target|ledger): .*"))
            .map(line -> line.replaceFirst(" *# *", ""))
            .toList();
    assertThat(lines).hasSize(3);

    for (String target : lines.subList(0, 2)) {
      ProjectFile project =
          project(
              example
                  .replaceFirst("(?m)^target:.*$", target + "\n" + lines.get(2))
                  .replaceFirst("(?m)^username:.*$", "username: me@example.com")
                  .replaceFirst("(?m)^  start:.*$", "  start: 2024-01-01"));

      assertThat(project.target()).isInstanceOf(HistoryTarget.Database.class);
    }
  }

  /** An export of which a word of all exports adds nothing goes without its columns. */
  @Test
  void passesOverWordsOfTheDefaultsThatAddNothing() throws IOException {
    ProjectFile project =
        project(
            """
            target: audience
            defaults:
              with: names,tags,labels,seconds,calendar,utc
              time_zone: Europe/Paris
            """
                + EXPORTS
                + """
                  e:
                    data_type: extrapolated_ots
                    time_resolution: 1d
                    locations: 7
                    start: 2024-01-01
                """);

    assertThat(project.exports().get(0).history().additions().additions())
        .containsExactlyInAnyOrder(
            Addition.NAMES, Addition.TAGS, Addition.SECONDS, Addition.CALENDAR, Addition.UTC);
    assertThat(project.exports().get(1).history().additions().additions())
        .contains(Addition.CALENDAR, Addition.UTC)
        .doesNotContain(Addition.NAMES, Addition.TAGS, Addition.LABELS);
  }

  @Test
  void judgesZonesByWhatStandsInTheirFile() throws IOException {
    Path zones = Files.writeString(folder.resolve("zones.txt"), "1056: Europe/Paris\n");
    Files.writeString(folder.resolve("others.txt"), "# Paris\n1056 : Europe/Paris # France\n");
    String text = "target: audience\n" + EXPORTS + "    with: utc\n    time_zones: %s\n";

    String before = additionsOf(text.formatted("zones.txt"));
    String elsewhere = additionsOf(text.formatted(folder.resolve("others.txt")));
    Files.writeString(zones, "1056: Europe/London\n");
    String after = additionsOf(text.formatted("zones.txt"));

    assertThat(elsewhere).isEqualTo(before);
    assertThat(after).isNotEqualTo(before);
  }

  private String additionsOf(String text) throws IOException {
    return project(text).exports().get(0).history().additions().fingerprint();
  }

  @Test
  void takesWhatTheExampleHasInComments() throws IOException {
    Files.writeString(folder.resolve("zones.txt"), "1056: Europe/Paris\n");
    ProjectFile project =
        project(
            ProjectExample.text()
                .replaceFirst("(?m)^username:.*$", "username: me@example.com")
                .replaceFirst("(?m)^  start:.*$", "  start: 2024-01-01")
                .replaceAll("(?m)^# ( *[a-z_]+:( .*)?)$", "  $1")
                .replaceFirst("(?m)^  base_url", "base_url"));

    assertThat(project.exports())
        .extracting(ProjectExport::name)
        .containsExactly("viewers_hourly", "ots_daily");
    assertThat(project.connection().baseUrl()).isPresent();
    assertThat(project.exports().get(1).history().end()).isPresent();
  }
}

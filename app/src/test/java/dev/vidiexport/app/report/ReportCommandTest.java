package dev.vidiexport.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code report}, in the process of the tests, of what came out of a sandbox. */
class ReportCommandTest {
  private static final String NOW = "2024-03-03T06:00:00Z";

  /** One folder for all tests, because the code of the ledger is loaded once. */
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  /** One history for all tests, which change nothing in it. */
  @TempDir private static Path shared;

  private static final Map<String, String> ENVIRONMENT = new HashMap<>();

  @TempDir private Path folder;
  private Path page;

  @BeforeAll
  static void fetch() throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(2)
                .withBuildTime(Duration.ZERO)
                .withLimits(false)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))))) {
      ENVIRONMENT.putAll(
          Map.of(
              "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
              "VIDICENTER_USERNAME", sandbox.username(),
              "VIDICENTER_TOKEN", sandbox.token(),
              "VIDIEXPORT_CONFIG", project(shared, "vidiexport", "format: csv").toString(),
              "XDG_STATE_HOME", shared.resolve("state").toString(),
              "XDG_CACHE_HOME", CACHE.toString(),
              "HOME", shared.toString()));
      good(run("sync", "--as-of", NOW, "--poll-interval", "10ms", "--quiet"));
      good(export("viewers", "1h", "viewers.csv", "--report", at("viewers.json")));
      good(export("viewers", "1h", "viewers.parquet"));
      good(export("ots", "15m", "ots.parquet"));
      good(export("gate", "1h", "gates.parquet"));
      good(export("viewers", "1h", "viewers.html", "--sink-option", "language=de"));
    }
    // From now on nobody is there to be called.
  }

  @BeforeEach
  void begin() {
    page = folder.resolve("audience.html");
  }

  private static String at(String name) {
    return shared.resolve(name).toString();
  }

  private static Path project(Path folder, String name, String format) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056, 1057]
            start: 2024-03-01
            %1$s
          gates_hourly:
            data_type: gate
            time_resolution: 1h
            locations: [1056]
            start: 2024-03-01
            %1$s
          ots_hourly:
            data_type: ots
            time_resolution: 1h
            locations: [1056, 1057]
            start: 2024-03-01
            %1$s
        """
            .formatted(format));
  }

  private static CommandLineRun run(String... words) {
    return CommandLineRun.of(ENVIRONMENT, words);
  }

  private static void good(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CommandLineRun export(
      String type, String resolution, String output, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "export",
                "--data-type",
                type,
                "--time-resolution",
                resolution,
                "--locations",
                "1056,1057",
                "--start",
                "2024-03-01T00:00:00",
                "--end",
                "2024-03-02T23:59:59",
                "--poll-interval",
                "10ms",
                "-o",
                at(output)));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private CommandLineRun report(String... more) {
    return run(
        Stream.concat(Stream.of("report", "-o", page.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private CommandLineRun reportOfHistory(String... more) {
    return report(
        Stream.concat(
                Stream.of("--as-of", NOW, "--export", "viewers_hourly,ots_hourly"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Map<String, String> figures(Path page) throws IOException {
    Matcher figure =
        Pattern.compile("data-figure=\"([a-z_]+)\" data-value=\"([^\"]*)\"")
            .matcher(Files.readString(page));
    Map<String, String> figures = new HashMap<>();
    while (figure.find()) {
      figures.put(figure.group(1), figure.group(2));
    }
    return figures;
  }

  private void refused(CommandLineRun run, String... messages) {
    assertThat(run.err()).contains(messages);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(page).doesNotExist();
  }

  @Test
  void makesAPageOfTheHistoryAndSaysSo() throws IOException {
    CommandLineRun made = reportOfHistory();

    good(made);
    assertThat(made.out()).isEmpty();
    assertThat(made.err())
        .contains("Wrote %s: 192 rows, ".formatted(page))
        .contains(" watchers, 2 places, 2024-03-01 to 2024-03-02, ")
        .endsWith(" % measured.\n");
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("lang=\"en\"");
    assertThat(figures(page)).containsKeys("watchers", "ots", "conversion", "coverage");
    assertThat(figures(page)).containsEntry("expected", "96");
  }

  @Test
  void tellsTheHeadlineAsJson() throws IOException {
    Path workbook = folder.resolve("audience.xlsx");
    CommandLineRun made =
        reportOfHistory("--json", "--quiet", "--xlsx", workbook.toString(), "--end", "2024-03-01");

    good(made);
    assertThat(made.err()).isEmpty();
    JsonObject told = JsonParser.parseString(made.out()).getAsJsonObject();
    assertThat(told.get("output").getAsString()).isEqualTo(page.toString());
    assertThat(told.get("xlsx").getAsString()).isEqualTo(workbook.toString());
    assertThat(told.get("start").getAsString()).startsWith("2024-03-01T00:00");
    assertThat(told.get("end").getAsString()).isEqualTo("2024-03-01T23:59:59");
    assertThat(told.getAsJsonObject("figures").get("watchers").getAsDouble())
        .isEqualTo(Double.parseDouble(figures(page).get("watchers")));
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .contains("xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }
  }

  @Test
  void comparesTheLastDayWithTheOneBefore() throws IOException {
    good(reportOfHistory("--last", "1d", "--compare", "previous"));

    assertThat(figures(page))
        .containsKeys("watchers", "watchers_before", "watchers_change", "watchers_compared")
        .containsEntry("expected", "48");
  }

  @Test
  void aPageOfTheHistoryHasTheFiguresOfTheExport() throws IOException {
    good(report("--as-of", NOW, "--export", "viewers_hourly", "--language", "de"));
    Map<String, String> ofHistory = figures(page);
    good(report("--overwrite", at("viewers.parquet")));
    Map<String, String> ofFile = figures(page);

    assertThat(ofFile).isEqualTo(ofHistory);
    assertThat(figures(shared.resolve("viewers.html"))).isEqualTo(ofHistory);
    assertThat(ofHistory).containsEntry("expected", "96");
  }

  @Test
  void theExportOfAPageImpliesNames() throws IOException {
    assertThat(shared.resolve("viewers.html"))
        .content()
        .contains("<html lang=\"de\"")
        .containsPattern("<bdi>[^0-9<][^<]+</bdi> <small>1056</small>");
  }

  @Test
  void aReceiptSaysWhatAFileHasWhereverThatLies() throws IOException {
    Path moved = Files.copy(shared.resolve("viewers.csv"), folder.resolve("viewers.csv"));

    good(report(at("viewers.csv"), "--receipt", at("viewers.json")));
    Map<String, String> there = figures(page);
    good(report("--overwrite", moved.toString(), "--receipt", at("viewers.json")));

    assertThat(there).containsEntry("expected", "96");
    assertThat(figures(page)).isEqualTo(there);
  }

  @Test
  void aReceiptIsOfTheFileAtItsPathRatherThanOfOneOfTheSameName() throws IOException {
    Path other = folder.resolve("viewers.csv");
    Files.writeString(
        other, "location_id,period_start,watcher_count\n1056,2024-04-01 10:00:00,3\n");

    good(
        report(
            at("viewers.csv"),
            other.toString(),
            "--receipt",
            at("viewers.json"),
            "--data-type",
            "viewers",
            "--time-resolution",
            "1h"));

    assertThat(page).content().contains("2024-04-01");
  }

  @Test
  void receiptsThatFitNoFileOrSeveralAreRefused() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    Files.copy(shared.resolve("viewers.csv"), one.resolve("viewers.csv"));
    Files.copy(shared.resolve("viewers.csv"), two.resolve("viewers.csv"));
    Path copy = Files.copy(shared.resolve("viewers.json"), folder.resolve("copy.json"));
    String ofFile = "--receipt \"%s\" is of \"%s\", which ";

    refused(
        report(at("ots.parquet"), "--receipt", at("viewers.json")),
        ofFile.formatted(at("viewers.json"), at("viewers.csv")) + "is not among the files.");
    refused(
        report(
            one.resolve("viewers.csv").toString(),
            two.resolve("viewers.csv").toString(),
            "--receipt",
            at("viewers.json")),
        ofFile.formatted(at("viewers.json"), at("viewers.csv")) + "several of the files may be.");
    refused(
        report(at("viewers.csv"), "--receipt", at("viewers.json"), "--receipt", copy.toString()),
        ofFile.formatted(copy, at("viewers.csv")) + "has another receipt, too.");
    refused(
        report(at("viewers.csv"), "--receipt", at("viewers.csv")),
        "--receipt must be a receipt that export --report wrote, but \"%s\" is none."
            .formatted(at("viewers.csv")));
    refused(
        report(at("viewers.csv"), "--receipt", at("nowhere.json")),
        "--receipt must be a file that can be read, but \"%s\" does not exist."
            .formatted(at("nowhere.json")));
  }

  @Test
  void filesAreOfWhatIsSaidOfThem() throws IOException {
    refused(
        report(at("viewers.csv")),
        "The file %s does not say what VidiCenter was asked for. Name its receipt with --receipt,"
                .formatted(at("viewers.csv"))
            + " or give --data-type and --time-resolution.");

    good(report(at("viewers.csv"), "--data-type", "viewers", "--time-resolution", "1h"));

    assertThat(page).content().contains("data-note=\"expected-unknown\"");
    assertThat(figures(page).getOrDefault("coverage", "")).isEmpty();
  }

  @Test
  void refusesWrongOptionsInWords() {
    refused(
        report("--last", "7w"),
        "--last must be days or calendar months such as 7d or 1M, but was \"7w\".");
    refused(
        report("--last", "7d", "--start", "2024-03-01"),
        "--last tells the days, so --start and --end must be left out.");
    refused(
        report("--last", "7d", at("viewers.parquet")),
        "--last is only for histories. Use --start and --end.");
    refused(
        report("--start", "2024-03-02", "--end", "2024-03-01"),
        "--end must not be before --start, but was 2024-03-01 < 2024-03-02.");
    refused(report("--start", "2024-02-30"), "--start must be ");
    refused(
        report("--compare", "week"), "--compare must be one of previous, year, but was \"week\".");
    refused(
        report("--place", "camera"), "--place must be one of location, site, but was \"camera\".");
    refused(
        report("--place", "site", "--combine", "mean"),
        "--combine must be one of sum, average, but was \"mean\".");
    refused(
        report("--combine", "sum"),
        "--combine is only for sites: add --place site, or leave it out.");
    refused(
        report("--combine", "average", "--place", "location"),
        "--combine is only for sites: add --place site, or leave it out.");
    refused(
        report("--language", "it"), "--language must be one of en, de, fr, es, but was \"it\".");
    for (String top : List.of("0", "1001", "ten", "-1", "")) {
      refused(report("--top=" + top), "--top must be ");
    }
    refused(
        report("--receipt", at("viewers.json")),
        "--receipt is only for files: name some, or leave it out.");
    refused(
        report("--data-type", "viewers", "--time-resolution", "1h"),
        "--data-type is only for files: name some, or leave it out.",
        "--time-resolution is only for files: name some, or leave it out.");
    refused(
        report(at("viewers.csv"), "--data-type", "gate", "--time-resolution", "1m"),
        "--data-type must be one of viewers, ots, footfall, vehicles, vehicles_footfall, but was"
            + " \"gate\".",
        "--time-resolution must be finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d or 1M, but was"
            + " \"1m\".");
    refused(
        report(at("viewers.parquet"), "--config", "x.yaml", "--export", "a", "--as-of", NOW),
        "--config is only for histories: leave it out, or name no files.",
        "--export is only for histories: leave it out, or name no files.",
        "--as-of is only for histories: leave it out, or name no files.");
    refused(
        report(at("viewers.parquet"), at("viewers.parquet")),
        "The file \"%s\" is named twice.".formatted(at("viewers.parquet")));
    refused(report("--export", "viewers_hourl"), "Did you mean \"viewers_hourly\"?");
    refused(report("--titel", "March"), "Did you mean \"--title\"?");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    refused(
        report("--last", "x", "--compare", "y", "--place", "z", "--language", "q", "--top", "0"),
        "--last must be ",
        "--compare must be ",
        "--place must be ",
        "--language must be ",
        "--top must be ");
  }

  @Test
  void refusesOutputsThatAreNoPage() throws IOException {
    refused(run("report"), "--output must name a file, such as audience.html.");
    refused(run("report", "-o", "-"), "--output must name a file, such as audience.html.");
    refused(run("report", "-o", ""), "--output must name a file, such as audience.html.");
    String csv = folder.resolve("page.csv").toString();
    refused(
        run("report", "-o", csv),
        "The name \"%s\" promises csv, but a report is a page. Choose another --output, such as"
                .formatted(csv)
            + " audience.html.");
    refused(
        report("--xlsx", "figures.csv"),
        "--xlsx must name a file that ends with .xlsx, but was \"figures.csv\".");
    refused(
        run("report", "-o", at("viewers.parquet"), at("viewers.parquet")),
        "--output must not be one of the files.");
    Path input = Files.copy(shared.resolve("viewers.parquet"), folder.resolve("v.html"));
    refused(
        run("report", "-o", input.toString(), "--overwrite", input.toString()),
        "--output must not be one of the files.");
    refused(
        run("report", "-o", at("audience/page.html")),
        "--output must not be in the folder of the history, ",
        ". Choose another --output.");
    refused(
        report("--xlsx", at("audience/page.xlsx")),
        "--xlsx must not be in the folder of the history, ");
    refused(
        run("report", "--overwrite", "-o", at("vidiexport.yaml")),
        "--output must not be the project file. Choose another --output.");
    assertThat(input).hasSameBinaryContentAs(shared.resolve("viewers.parquet"));
  }

  @Test
  void aLinkToAnInputIsThatInput() throws IOException {
    Path input = Files.copy(shared.resolve("viewers.parquet"), folder.resolve("v.parquet"));
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), input);

    refused(
        run("report", "-o", link.toString(), "--overwrite", input.toString()),
        "--output must not be one of the files.");
    assertThat(input).hasSameBinaryContentAs(shared.resolve("viewers.parquet"));
  }

  @Test
  void refusesTypesOfWhichThereAreNoReports() {
    refused(
        report("--as-of", NOW),
        "There is no report of gate, of which the export gates_hourly is. There are reports of"
            + " viewers, ots, footfall, vehicles, vehicles_footfall.");
    refused(
        report(at("gates.parquet")),
        "There is no report of gate, of which %s is.".formatted(at("gates.parquet")));
  }

  @Test
  void refusesMixturesOfFiles() throws IOException {
    Path copy = Files.copy(shared.resolve("viewers.parquet"), folder.resolve("copy.parquet"));

    refused(
        report(at("viewers.parquet"), copy.toString()),
        "The files %s and %s are of the same cameras and time, and would count twice. Leave one of"
                .formatted(at("viewers.parquet"), copy)
            + " them out.");
    refused(
        report(
            at("ots.parquet"), at("viewers.csv"), "--data-type", "ots", "--time-resolution", "1h"),
        "have rows of ots of different time resolutions, which cannot be added up.");
  }

  @Test
  void anExistingPageIsKeptAndNothingIsRead() throws IOException {
    Files.writeString(page, "mine");
    Path damaged = Files.writeString(folder.resolve("damaged.parquet"), "PAR1");

    CommandLineRun refused = report(damaged.toString());

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(6);
    assertThat(refused.err()).contains("Cannot write %s: it already exists".formatted(page));
    assertThat(page).hasContent("mine");

    good(report("--overwrite", at("viewers.parquet")));
    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void anExistingWorkbookKeepsThePageFromBeingMade() throws IOException {
    Path workbook = Files.writeString(folder.resolve("figures.xlsx"), "mine");

    CommandLineRun refused = reportOfHistory("--xlsx", workbook.toString());

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(6);
    assertThat(refused.err()).contains("Cannot write %s: it already exists".formatted(workbook));
    assertThat(page).doesNotExist();
    assertThat(workbook).hasContent("mine");
  }

  @Test
  void aFolderThatIsNotThereKeepsBothFromBeingMade() {
    CommandLineRun refused =
        reportOfHistory("--xlsx", folder.resolve("nowhere/figures.xlsx").toString());

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(6);
    assertThat(page).doesNotExist();
  }

  @Test
  void aFileThatCannotBeReadEndsWithSeven() throws IOException {
    byte[] whole = Files.readAllBytes(shared.resolve("viewers.parquet"));
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, 500));
    Path none = folder.resolve("none.parquet");
    Path badValue =
        Files.writeString(
            folder.resolve("bad.csv"), "location_id,period_start,watcher_count\n7,noon,1\n");

    for (CommandLineRun run :
        List.of(
            report(cut.toString()),
            report(none.toString()),
            report(badValue.toString(), "--data-type", "viewers", "--time-resolution", "1h"))) {
      assertThat(run.exitCode()).as(run.err()).isEqualTo(7);
      assertThat(run.err())
          .contains(" cannot be read back: ")
          .contains(" Make it again, or leave it out.")
          .doesNotContain("Exception");
    }
    assertThat(page).doesNotExist();
  }

  @Test
  void aListedFileThatIsGoneOrChangedEndsWithSix() throws IOException {
    Path listed;
    try (Stream<Path> files =
        Files.list(shared.resolve("audience/viewers_hourly/date=2024-03-02"))) {
      listed = files.findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(listed);
    try {
      Files.write(listed, "other".getBytes(StandardCharsets.UTF_8));
      CommandLineRun changed = reportOfHistory();
      Files.delete(listed);
      CommandLineRun gone = reportOfHistory();
      CommandLineRun before = reportOfHistory("--end", "2024-03-01");

      for (CommandLineRun run : List.of(changed, gone)) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
        assertThat(run.err()).contains("is gone, or not as the ledger lists it.");
      }
      // It is not one of those days.
      good(before);
    } finally {
      Files.write(listed, content);
    }
  }

  @Test
  void daysThatTheHistoryDoesNotHaveAreRefused() {
    refused(
        reportOfHistory("--start", "2024-05-01"),
        "The history has no such days: its windows that are over are from 2024-03-01 to"
            + " 2024-03-02.");
    refused(
        reportOfHistory("--end", "2024-02-01"),
        "The history has no such days: its windows that are over are from 2024-03-01 to"
            + " 2024-03-02.");
  }

  @Test
  void theSameReportIsTheSameBytes() throws IOException {
    ENVIRONMENT.put("SOURCE_DATE_EPOCH", "1709251200");
    Path again = folder.resolve("again.html");

    good(reportOfHistory("--title", "March <1>"));
    good(
        run(
            "report",
            "-o",
            again.toString(),
            "--as-of",
            NOW,
            "--export",
            "ots_hourly,viewers_hourly",
            "--title",
            "March <1>"));

    List<String> lines = Files.readAllLines(page);
    List<String> others = Files.readAllLines(again);
    long different = 0;
    assertThat(others).hasSameSizeAs(lines);
    for (int line = 0; line < lines.size(); line++) {
      different += lines.get(line).equals(others.get(line)) ? 0 : 1;
    }
    assertThat(different).as("lines beside that of the creation").isLessThanOrEqualTo(1);
    assertThat(page).content().contains("March &lt;1&gt;");
  }

  @Test
  void exportsOfAPageRefuseWhatIsNoAudienceBeforeAnyCall() {
    CommandLineRun gates = export("gate", "1h", "none.html");
    CommandLineRun combined =
        export("viewers", "1h", "none.html", "--sink-option", "combine=average");

    assertThat(gates.exitCode()).as(gates.err()).isEqualTo(2);
    assertThat(gates.err())
        .contains(
            "There is no report of \"gate\". There are reports of viewers, ots, footfall, vehicles,"
                + " vehicles_footfall.");
    assertThat(combined.exitCode()).as(combined.err()).isEqualTo(2);
    assertThat(combined.err())
        .contains(
            "The format html combines only the cameras of sites: it needs --sink-option place=site.");
    assertThat(shared.resolve("none.html")).doesNotExist();
  }

  @Test
  void noHistoryIsKeptAsPages() throws IOException {
    Path pages = project(folder, "pages", "format: html");

    CommandLineRun refused = run("sync", "--config", pages.toString());

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err())
        .contains("must be a format that writes files of rows, which \"html\" does not. Those are:")
        .doesNotContain("html, ");
  }

  @Test
  void noPageIsExtractedFromAHistory() {
    CommandLineRun refused = run("extract", "--export", "viewers_hourly", "-o", page.toString());

    assertThat(refused.exitCode()).as(refused.err()).isNotZero();
    assertThat(refused.err()).contains("with the command report.");
    assertThat(page).doesNotExist();
  }
}

package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.sinks.browser.Browser;
import dev.vidiexport.sinks.browser.BrowserExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the packaged program: of a history, of files, and of an export. */
@ExtendWith(BrowserExtension.class)
class ReportIT {
  private static final String NOW = "2024-03-15T15:00:00Z";
  private static final int MANY = 1_000_000;
  private static final int CAMERAS = 200;
  private static final long MOST_BYTES_OF_PAGE = 900_000;
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");

  /** One history for all tests, which change nothing in it. */
  @TempDir private static Path top;

  private static Sandbox sandbox;
  private static PackagedJar jar;

  @BeforeAll
  static void sync() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(3)
                .withBuildTime(Duration.ZERO)
                .withLimits(false)
                .withHistory(SandboxHistory.until(Instant.parse("2024-03-20T00:00:00Z"))));
    Path folder = Files.createDirectories(top.resolve("work"));
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            group_by_demographics: true
            locations: [1056, 1057, 1058]
            start: 2024-03-01
          ots_hourly:
            data_type: ots
            time_resolution: 1h
            locations: [1056, 1057, 1058]
            start: 2024-03-01
        """);
    jar =
        PackagedJar.in(folder)
            .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
            .withVariable("XDG_STATE_HOME", top.resolve("state").toString())
            .askingAt(sandbox.baseUrl().toString())
            .withVariable("VIDICENTER_USERNAME", sandbox.username())
            .withVariable("VIDICENTER_TOKEN", sandbox.token());
    good(jar.run("sync", "--as-of", NOW, "--poll-interval", "20ms", "--quiet"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static ProcessResult good(ProcessResult ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  private static Path at(String name) {
    return jar.folder().resolve(name);
  }

  private static Map<String, String> figures(Path page) throws IOException {
    Matcher figure =
        Pattern.compile("data-figure=\"([a-z_]+)\" data-value=\"([^\"]*)\"")
            .matcher(Files.readString(page));
    Map<String, String> figures = new TreeMap<>();
    while (figure.find()) {
      figures.put(figure.group(1), figure.group(2));
    }
    return figures;
  }

  private static ProcessResult export(String type, String resolution, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "export",
                "--data-type",
                type,
                "--time-resolution",
                resolution,
                "--locations",
                "1056,1057,1058",
                "--start",
                "2024-03-08T00:00:00",
                "--end",
                "2024-03-14T23:59:59",
                "--poll-interval",
                "20ms",
                "--quiet"));
    words.addAll(List.of(more));
    return jar.run(words.toArray(String[]::new));
  }

  @Test
  void aPageOfTheLastWeekHasTheFiguresOfTheSameFiles() throws Exception {
    ProcessResult made =
        good(
            jar.run(
                "report",
                "--last",
                "7d",
                "--compare",
                "previous",
                "--as-of",
                NOW,
                "-o",
                "week.html",
                "--xlsx",
                "week.xlsx",
                "--json",
                "--quiet"));
    good(export("viewers", "1h", "--group-by-demographics", "-o", "viewers.parquet"));
    good(export("ots", "1h", "-o", "ots.csv", "--report", "ots.json"));
    good(
        jar.run(
            "report",
            "viewers.parquet",
            "ots.csv",
            "--receipt",
            "ots.json",
            "-o",
            "files.html",
            "--quiet"));

    JsonObject told = JsonParser.parseString(made.text()).getAsJsonObject();
    assertThat(told.get("start").getAsString()).startsWith("2024-03-08T00:00");
    assertThat(told.get("end").getAsString()).isEqualTo("2024-03-14T23:59:59");
    Map<String, String> ofHistory = figures(at("week.html"));
    assertThat(ofHistory)
        .containsKeys("watchers_before", "watchers_change", "watchers_compared")
        .containsEntry("expected", Integer.toString(3 * 7 * 24));
    ofHistory.keySet().removeIf(name -> name.matches(".*_(before|change|compared)"));
    assertThat(figures(at("files.html"))).isEqualTo(ofHistory);
    assertThat(SheetXml.of(at("week.xlsx")).rows()).isNotEmpty();
  }

  @Test
  void aPageOpensWithoutARequestOrAMessage(Browser browser) throws Exception {
    good(jar.run("report", "--as-of", NOW, "-o", "page.html", "--quiet"));
    Path page = at("page.html");

    browser.open(page);

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.attributes("section[data-section]", "data-section"))
        .containsExactly(
            "summary",
            "days",
            "hours",
            "week",
            "places",
            "people",
            "attention",
            "quality",
            "method");
    assertThat(browser.shows("[data-figure=watchers]")).isTrue();
    assertThat(browser.count("figure[data-chart] svg")).isPositive();
  }

  @Test
  void aPageOfAnExportHasItsNames() throws Exception {
    good(export("viewers", "1h", "-o", "export.html", "--sink-option", "title=March"));

    assertThat(at("export.html"))
        .content()
        .contains("<title>March")
        .containsPattern("<bdi>[^0-9<][^<]+</bdi> <small>1056</small>");
  }

  @Test
  void aMillionViewersAreAPageInLittleMemory(@TempDir Path folder) throws Exception {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.choosing(
            request ->
                request.path().equals("/api/v1/data/")
                    ? ScriptedAnswer.streamed(ReportIT::writeViewers)
                    : ScriptedAnswer.json(listed(request.path())))) {
      PackagedJar small =
          PackagedJar.in(folder).withJvmOptions(LITTLE_MEMORY).askingAt(vidiCenter.baseUrl());

      ProcessResult ended =
          good(
              small.run(
                  "export",
                  "--data-type",
                  "viewers",
                  "--time-resolution",
                  "finest",
                  "--locations",
                  cameras(),
                  "--start",
                  "2024-03-01T00:00:00",
                  "--end",
                  "2024-03-31T23:59:59",
                  "-o",
                  "audience.html",
                  "--quiet"));

      assertThat(ended.err()).isEmpty();
      assertThat(small.files()).containsExactly("audience.html");
      Path page = folder.resolve("audience.html");
      assertThat(Files.size(page)).isLessThan(MOST_BYTES_OF_PAGE);
      assertThat(figures(page))
          .containsEntry("watchers", Integer.toString(MANY))
          .containsEntry("places", Integer.toString(CAMERAS));
      assertThat(page).content().contains("Camera no. 7");
    }
  }

  private static String cameras() {
    StringBuilder ids = new StringBuilder("1");
    for (int id = 2; id <= CAMERAS; id++) {
      ids.append(',').append(id);
    }
    return ids.toString();
  }

  private static String listed(String path) {
    if (!path.equals("/api/v1/locations/")) {
      return "[]";
    }
    StringBuilder json = new StringBuilder("[");
    for (int id = 1; id <= CAMERAS; id++) {
      json.append(id == 1 ? "" : ", ")
          .append("{\"id\": ")
          .append(id)
          .append(", \"site_id\": 1, \"label\": \"Camera no. ")
          .append(id)
          .append("\"}");
    }
    return json.append("]").toString();
  }

  private static void writeViewers(OutputStream out) throws IOException {
    Random random = Property.random(20240301);
    LocalDateTime begin = LocalDateTime.of(2024, 3, 1, 0, 0);
    StringBuilder text =
        new StringBuilder("{\"state\": \"finished\", \"creation_date\": \"x\", \"data\": [");
    for (int row = 0; row < MANY; row++) {
      String time = begin.plusSeconds(random.nextInt(31 * 86_400)).toString().replace('T', ' ');
      text.append(row == 0 ? "\n" : ",\n")
          .append("{\"location_id\": ")
          .append(1 + random.nextInt(CAMERAS))
          .append(", \"period_start\": \"")
          .append(time.length() == 16 ? time + ":00" : time)
          .append("\", \"gender\": ")
          .append(random.nextInt(3))
          .append(", \"age\": ")
          .append(random.nextInt(5))
          .append(", \"dwell_time_in_tenths_of_sec\": ")
          .append(random.nextInt(900))
          .append(", \"attention_time_in_tenths_of_sec\": ")
          .append(random.nextInt(300))
          .append('}');
      if (text.length() > 32 * 1024) {
        out.write(text.toString().getBytes(ISO_8859_1));
        text.setLength(0);
      }
    }
    out.write(text.append("\n]}\n").toString().getBytes(ISO_8859_1));
  }
}

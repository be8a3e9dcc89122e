package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.ReportTables;
import dev.vidiexport.sinks.report.SampleReports;
import dev.vidiexport.sinks.report.TableCell;
import dev.vidiexport.sinks.report.TableColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The markup of a page, read as a browser reads it, with no script run. */
class AudiencePageTest {
  private static final int MOST_BYTES = 900_000;

  static Stream<AudienceReport> reports() {
    return SampleReports.all().values().stream();
  }

  @Test
  void hasTheSectionsInTheirOrder() throws IOException {
    assertThat(sections(SampleReports.week()))
        .containsExactly(
            "summary",
            "days",
            "hours",
            "week",
            "places",
            "people",
            "attention",
            "vehicles",
            "footfall",
            "quality",
            "method");
    assertThat(sections(SampleReports.passersBy()))
        .containsExactly("summary", "days", "hours", "week", "places", "quality", "method");
    assertThat(sections(SampleReports.nothing()))
        .containsExactly("summary", "days", "places", "quality", "method");
  }

  private static List<String> sections(AudienceReport report) throws IOException {
    return page(report).select("section[data-section]").eachAttr("data-section");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void eachSectionHasAHeadingAndItsTable(AudienceReport report) throws IOException {
    for (Element section : page(report).select("section[data-section]")) {
      String word = section.attr("data-section");
      assertThat(section.select("h2")).as(word).hasSize(1);
      assertThat(section.selectFirst("h2").text()).as(word).isNotBlank();
      boolean hasTable = !word.equals("summary") && !word.equals("method");
      assertThat(section.select("table[data-table=" + word + "]")).hasSize(hasTable ? 1 : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void tablesSayWhatTheReportSays(AudienceReport report) throws IOException {
    Document page = page(report);
    JsonObject data = data(page).getAsJsonObject("tables");

    for (ReportTable table : ReportTables.of(report).tables()) {
      Element shown = page.selectFirst("table[data-table=" + table.word() + "]");
      assertThat(shown.select("thead th").eachAttr("data-column"))
          .isEqualTo(table.columns().stream().map(TableColumn::word).toList());
      List<List<String>> rows =
          table.rows().stream().map(row -> row.stream().map(TableCell::raw).toList()).toList();
      List<List<String>> found =
          table.cells() > TableViews.MOST_CELLS
              ? rowsOf(data.getAsJsonObject(table.word()))
              : rowsOf(shown);
      assertThat(found).as(table.word()).isEqualTo(rows);
    }
  }

  private static List<List<String>> rowsOf(Element table) {
    return table.select("tbody tr").stream()
        .map(row -> row.children().stream().map(cell -> cell.attr("data-value")).toList())
        .toList();
  }

  private static List<List<String>> rowsOf(JsonObject table) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonElement row : table.getAsJsonArray("rows")) {
      List<String> cells = new ArrayList<>();
      row.getAsJsonArray().forEach(cell -> cells.add(cell.isJsonNull() ? "" : cell.getAsString()));
      rows.add(cells);
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyCellTellsItsValue(AudienceReport report) throws IOException {
    assertThat(page(report).select("tbody td:not([data-value]), tbody th")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void eachFigureOfTheHeadStandsThereOnce(AudienceReport report) throws IOException {
    Document page = page(report);

    List<String> wanted = new ArrayList<>();
    for (List<TableCell> row : ReportTables.of(report).summary().rows()) {
      wanted.add(row.get(0).raw() + "=" + row.get(1).raw());
    }
    assertThat(
            page.select("[data-figure]").stream()
                .map(figure -> figure.attr("data-figure") + "=" + figure.attr("data-value")))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void aFigureThatIsNotThereIsEmptyAndADash() throws IOException {
    Element figure = page(SampleReports.nothing()).selectFirst("[data-figure=watchers]");

    assertThat(figure.hasAttr("data-value")).isTrue();
    assertThat(figure.attr("data-value")).isEmpty();
    assertThat(figure.text()).isEqualTo("–");
  }

  @Test
  void beginsWithOneSentence() throws IOException {
    assertThat(sentence(SampleReports.week(), PageLanguage.EN))
        .isEqualTo(
            "30,389 watchers at 10 screens, 1 – 7 March 2026; busiest Saturday 17:00; 85.7%"
                + " measured.");
    assertThat(sentence(SampleReports.week(), PageLanguage.DE))
        .isEqualTo(
            "30.389 Betrachter an 10 Bildschirmen, 1. – 7. März 2026; am meisten los: Samstag, 17"
                + " Uhr; 85,7\u00a0% gemessen.");
    assertThat(sentence(SampleReports.nothing(), PageLanguage.EN))
        .isEqualTo("No data for 1 – 7 March 2026.");
    assertThat(sentence(SampleReports.passersBy(), PageLanguage.EN))
        .endsWith("; coverage not known.");
  }

  private static String sentence(AudienceReport report, PageLanguage language) throws IOException {
    return page(report, SamplePages.settings(language))
        .selectFirst("section[data-section=summary] h2")
        .wholeText()
        .strip();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void saysEachNoteOfTheReport(AudienceReport report) throws IOException {
    Document page = page(report);

    assertThat(page.select("[data-note]").eachAttr("data-note"))
        .containsAll(report.notes().stream().map(note -> note.word()).toList())
        .contains("request", "span", "created", "rows")
        .doesNotHaveDuplicates();
    assertThat(page.select("section[data-section=method] [data-note]").eachAttr("data-note"))
        .containsExactly("request", "span", "rows", "created");
    assertThat(page.select("[data-note]").eachText()).noneMatch(String::isBlank);
  }

  @Test
  void saysHowManyPlacesAreNotShownAndWhatTheyHaveTogether() throws IOException {
    assertThat(page(SampleReports.months()).selectFirst("[data-note=top]").text())
        .matches(
            "The first 20 places are shown\\. 10 more places have together [0-9,]+ watchers,"
                + " [0-9,]+ passers-by\\.");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void eachChartHasANameThatTellsWhatIsToBeSeen(AudienceReport report) throws IOException {
    for (Element figure : page(report).select("figure[data-chart]")) {
      assertThat(figure.attr("aria-label")).as(figure.attr("data-chart")).contains(": ");
    }
  }

  @Test
  void hostileNamesAreOnlyText() throws IOException {
    AudienceReport report = SampleReports.week();
    String html = SamplePages.page(report);
    Document page = Jsoup.parse(html);

    assertThat(page.select("img, [onerror]")).isEmpty();
    assertThat(page.select("script")).hasSize(3);
    for (PlaceFigures place : report.places().shown()) {
      String name = place.place().label().orElse(place.place().id());
      assertThat(page.select("table[data-table=places] bdi").stream().map(Element::wholeText))
          .contains(name);
    }
    assertThat(page.select("table[data-table=places] td[data-value=1008] bdi").text())
        .as("a place without a name shows its id")
        .isEqualTo("1008");
  }

  @Test
  void aHostileTitleIsOnlyText() throws IOException {
    String title = "</title></style><script>alert(1)</script>\"}<b>\u202e";

    Document page =
        page(
            SampleReports.finest(),
            new PageSettings(Optional.of(title), PageLanguage.EN, SamplePages.CREATED, "1"));

    assertThat(page.selectFirst("h1").wholeText().strip()).isEqualTo(title);
    assertThat(page.title()).startsWith(title.substring(0, title.length() - 1));
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("style")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void letsThroughItsOwnScriptsAndStylesAndNothingElse(AudienceReport report) throws Exception {
    Document page = page(report);
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .doesNotContain("unsafe", "data:", "http", "*");
    List<String> hashes = new ArrayList<>();
    for (Element element : page.select("script:not([type]), style")) {
      hashes.add(hash(element.data()));
    }
    assertThat(hashes).hasSize(4).allSatisfy(hash -> assertThat(policy).contains(hash));
    assertThat(policy.split("sha256-")).hasSize(hashes.size() + 1);
    assertThat(page.select("[style], link, iframe, object, embed, base, form")).isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on");
        assertThat(attribute.getKey()).isNotIn("src", "srcset", "action", "ping");
      }
    }
    assertThat(page.select("[href]").eachAttr("href")).allMatch(target -> target.startsWith("#"));
  }

  private static String hash(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  @ParameterizedTest
  @EnumSource
  void isInItsLanguage(PageLanguage language) throws IOException {
    Document page = page(SampleReports.week(), SamplePages.settings(language));

    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language.tag());
    assertThat(page.selectFirst("html").attr("data-report")).isEqualTo("1");
    assertThat(data(page).get("locale").getAsString()).startsWith(language.tag() + "-");
    assertThat(page.text()).doesNotContain("{", "}");
  }

  @Test
  void aYearOfTwoHundredPlacesCanBeMailed() throws IOException {
    for (PageLanguage language : PageLanguage.values()) {
      assertThat(
              SamplePages.page(SampleReports.year(), SamplePages.settings(language))
                  .getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThan(MOST_BYTES);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theSameReportGivesTheSameBytes(AudienceReport report) throws IOException {
    assertThat(SamplePages.page(report)).isEqualTo(SamplePages.page(report));
  }

  @Test
  void onlyOneLineTellsWhenItWasMade() throws IOException {
    AudienceReport report = SampleReports.finest();
    List<String> early = SamplePages.page(report).lines().toList();

    List<String> late =
        SamplePages.page(
                report,
                new PageSettings(
                    Optional.empty(),
                    PageLanguage.EN,
                    Instant.parse("2030-01-01T00:00:00Z"),
                    "0.1.0"))
            .lines()
            .toList();

    List<String> different = new ArrayList<>(late);
    different.removeAll(early);
    assertThat(late).hasSameSizeAs(early);
    assertThat(different)
        .containsExactly(
            "<p class=\"made\">Page made 2030-01-01T00:00:00Z by vidiexport 0.1.0</p>");
  }

  @Test
  void anHourWithoutRowsIsUnknownWhereARowIsOneViewer() throws IOException {
    assertThat(page(SampleReports.finest()).select("[data-legend=not-measured]").eachText())
        .isNotEmpty()
        .containsOnly("not known");
    assertThat(page(SampleReports.week()).select("[data-legend=not-measured]").eachText())
        .isNotEmpty()
        .containsOnly("not measured");
  }

  @Test
  void changesStandBesideWhatTheyAreOf() throws IOException {
    Document page = page(SampleReports.week());

    assertThat(page.selectFirst("[data-figure=conversion_change]").attr("data-value"))
        .isEqualTo("-0.0647");
    assertThat(page.selectFirst("[data-figure=conversion_change]").text()).isEqualTo("-6.5%");
    assertThat(page.selectFirst(".compared").text())
        .isEqualTo("Compared with 22 – 28 February 2026");
  }

  @Test
  void coverageStaysInSight() throws IOException {
    Document page = page(SampleReports.week());

    assertThat(page.selectFirst("header .badge").text()).isEqualTo("85.7% measured");
    assertThat(page(SampleReports.passersBy()).selectFirst("header .badge").text())
        .isEqualTo("Coverage not known");
  }

  @Test
  void headingsAreNeutralWhereNothingStandsOut() throws IOException {
    Document page = page(SampleReports.nothing());

    assertThat(page.select("section > h2").eachText())
        .containsExactly(
            "No data for 1 – 7 March 2026.",
            "Watchers by day",
            "Places compared",
            "How much was measured",
            "How these figures came about");
    assertThat(page.select(".findings")).isEmpty();
  }

  @Test
  void doesNotCloseWhatItWritesTo() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    AudiencePage.write(SampleReports.nothing(), SamplePages.settings(PageLanguage.EN), out);

    assertThat(closed).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("</html>\n");
  }

  @Test
  void namesEveryFigureThatItExplains() throws IOException {
    AudienceReport report = SampleReports.week();
    Document page = page(report);

    assertThat(page.select("dl.meanings dt"))
        .hasSizeGreaterThanOrEqualTo(report.headline().figures().size());
    assertThat(page.select("dl.meanings").text()).contains("conversion_ratio");
    assertThat(report.headline().figures()).containsKey(FigureKind.CONVERSION);
  }

  private static JsonObject data(Document page) {
    String json = page.selectFirst("script[type=application/json]").data();
    assertThat(json).doesNotContain("<");
    JsonObject data = JsonParser.parseString(json).getAsJsonObject();
    assertThat(data.get("counts")).isInstanceOf(JsonArray.class);
    return data;
  }

  private static Document page(AudienceReport report) throws IOException {
    return Jsoup.parse(SamplePages.page(report));
  }

  private static Document page(AudienceReport report, PageSettings settings) throws IOException {
    return Jsoup.parse(SamplePages.page(report, settings));
  }
}

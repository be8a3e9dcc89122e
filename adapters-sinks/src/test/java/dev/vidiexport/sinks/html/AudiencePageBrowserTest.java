package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.sinks.browser.Browser;
import dev.vidiexport.sinks.browser.BrowserExtension;
import dev.vidiexport.sinks.browser.ColourScheme;
import dev.vidiexport.sinks.browser.Viewport;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.ReportTables;
import dev.vidiexport.sinks.report.SampleReports;
import dev.vidiexport.sinks.report.TableCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in a real browser: what is drawn, filled and printed. */
@Tag("sampled")
@ExtendWith(BrowserExtension.class)
class AudiencePageBrowserTest {
  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach(details => { details.open = true; });";
  private static final String ROWS =
      "return [...document.querySelectorAll(`table[data-table=\"${arguments[0]}\"] tbody tr`)]"
          + ".map(row => [...row.cells].map(cell => cell.dataset.value));";

  private static final Set<String> LARGE = Set.of("year", "months");

  @TempDir private Path folder;

  static Stream<String> samples() {
    return SampledShare.everyNth(3, List.copyOf(SampleReports.all().keySet())).stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asksForNothingAndSaysNothing(String sample, Browser browser) throws IOException {
    open(browser, sample);
    browser.run(OPEN_ALL);
    for (Viewport viewport : List.of(Viewport.PHONE, Viewport.DESK)) {
      browser.resize(viewport);
    }
    browser.prefer(ColourScheme.DARK);

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void drawsEachChart(String sample, Browser browser) throws IOException {
    open(browser, sample);

    assertThat(browser.count("figure[data-chart]")).isPositive();
    assertThat(browser.count("figure[data-chart] .plot svg path"))
        .isGreaterThan(browser.count("figure[data-chart]"));
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('figure[data-chart]')]"
                    + ".filter(figure => figure.querySelector('.plot svg') === null).length"))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsIntoAnyWindow(String sample, Browser browser) throws IOException {
    open(browser, sample);
    for (Viewport viewport : List.of(Viewport.DESK, Viewport.PHONE)) {
      browser.resize(viewport);

      assertThat(browser.overflow()).as("%s", viewport).isEmpty();
      assertThat(browser.cutLabels()).as("%s", viewport).isEmpty();
      assertThat(browser.crowdedLabels()).as("%s", viewport).isEmpty();
    }
    browser.run(OPEN_ALL);

    assertThat(browser.overflow()).as("with its tables").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isForEverybody(String sample, Browser browser) throws IOException {
    open(browser, sample);
    // Thousands of cells are all of a kind, and take minutes to look at.
    if (!LARGE.contains(sample)) {
      browser.run(OPEN_ALL);
    }

    assertThat(browser.violations()).isEmpty();

    browser.prefer(ColourScheme.DARK);

    assertThat(browser.violations()).as("in dark colours").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fillsTablesWithWhatTheReportSays(String sample, Browser browser) throws IOException {
    AudienceReport report = open(browser, sample);
    browser.run(OPEN_ALL);

    for (ReportTable table : ReportTables.of(report).tables()) {
      List<List<String>> wanted =
          table.rows().stream().map(row -> row.stream().map(TableCell::raw).toList()).toList();
      assertThat(asNumbers(rows(browser, table.word()), table))
          .as(table.word())
          .isEqualTo(asNumbers(wanted, table));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> rows(Browser browser, String word) {
    return (List<List<String>>) browser.run(ROWS, word);
  }

  /** A script writes a very small number with an exponent; it is the same number. */
  private static List<List<Object>> asNumbers(List<List<String>> rows, ReportTable table) {
    List<List<Object>> numbers = new ArrayList<>();
    for (List<String> row : rows) {
      List<Object> cells = new ArrayList<>();
      for (int at = 0; at < row.size(); at++) {
        boolean number =
            switch (table.columns().get(at).kind()) {
              case COUNT, RATIO, SECONDS, NUMBER -> !row.get(at).isEmpty();
              case PLACE, LABEL, DATE, WEEKDAY, DAYPART, GENDER, AGE, FIGURE -> false;
            };
        cells.add(number ? (Object) Double.valueOf(row.get(at)) : row.get(at));
      }
      numbers.add(cells);
    }
    return numbers;
  }

  @Test
  void chartsShowWhatTheirTablesSay(Browser browser) throws IOException {
    AudienceReport report = open(browser, "week");
    ReportTables tables = ReportTables.of(report);

    assertThat(drawn(browser, "days", 0)).isEqualTo(column(tables, "days", "watchers"));
    assertThat(drawn(browser, "days", 1)).isEqualTo(column(tables, "days", "ots"));
    assertThat(drawn(browser, "places", 0)).isEqualTo(column(tables, "places", "watchers"));
    assertThat(drawn(browser, "vehicles", 0)).isEqualTo(column(tables, "vehicles", "count"));
    assertThat(drawn(browser, "attention", 0))
        .isEqualTo(column(tables, "attention", "dwell_seconds"));
    assertThat(drawn(browser, "attention", 1))
        .isEqualTo(column(tables, "attention", "attention_seconds"));
    List<String> hours = new ArrayList<>();
    for (List<TableCell> row : tables.find("hours").orElseThrow().rows()) {
      row.stream().skip(1).forEach(cell -> hours.add(cell.raw()));
    }
    assertThat(cells(browser, "hours")).isEqualTo(hours);
  }

  /** The values of the bars of a chart, by the number of the series of bars. */
  private static List<String> drawn(Browser browser, String chart, int series) {
    return texts(
        browser.run(
            "return drawings.get(arguments[0]).chart.getOption().series"
                + ".filter(series => series.type === 'bar')[arguments[1]].data"
                + ".map(bar => bar.value === '-' ? '' : String(bar.value))",
            chart,
            series));
  }

  private static List<String> cells(Browser browser, String chart) {
    return texts(
        browser.run(
            "return drawings.get(arguments[0]).chart.getOption().series[0].data"
                + ".map(cell => cell[2] === '-' ? '' : String(cell[2]))",
            chart));
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Object list) {
    return (List<String>) list;
  }

  private static List<String> column(ReportTables tables, String word, String column) {
    ReportTable table = tables.find(word).orElseThrow();
    int at = table.columns().stream().map(c -> c.word()).toList().indexOf(column);
    return table.rows().stream().map(row -> row.get(at).raw()).toList();
  }

  @Test
  void whatWasNotMeasuredIsHatchedAsTheLegendSays(Browser browser) throws IOException {
    open(browser, "week");

    String fill =
        "return [...document.querySelectorAll(arguments[0])]"
            + ".map(shape => getComputedStyle(shape).fill)";
    Set<String> legend = new TreeSet<>(texts(browser.run(fill, "[data-legend=not-measured] rect")));
    for (String chart : List.of("days", "hours", "week", "quality")) {
      String shapes = "figure[data-chart=" + chart + "] .plot path.not-measured";
      assertThat(browser.count(shapes)).as(chart).isPositive();
      assertThat(new TreeSet<>(texts(browser.run(fill, shapes)))).as(chart).isEqualTo(legend);
    }
    assertThat(legend).hasSize(1).first().asString().contains("url(\"#hatch\")");
    assertThat(browser.count("figure[data-chart=hours] .plot path.not-measured"))
        .isEqualTo(cells(browser, "hours").stream().filter(String::isEmpty).count());
  }

  @Test
  void ranksPlacesByWhatIsAskedFor(Browser browser) throws IOException {
    AudienceReport report = open(browser, "week");
    List<String> totals = column(ReportTables.of(report), "places", "watchers");
    List<String> rates =
        column(ReportTables.of(report), "places", "per_measured_hour").stream()
            .sorted(
                (one, other) -> Double.compare(Double.parseDouble(other), Double.parseDouble(one)))
            .toList();

    browser.click("button[data-rank=hour]");

    assertThat(drawn(browser, "places", 0)).isEqualTo(rates);
    assertThat(browser.attributes("button[data-rank]", "aria-pressed"))
        .containsExactly("false", "true");

    browser.click("button[data-rank=total]");

    assertThat(drawn(browser, "places", 0)).isEqualTo(totals);
  }

  @Test
  void opensWithTheSentenceTheCardsAndTheDays(Browser browser) throws IOException {
    open(browser, "months");
    browser.resize(new Viewport(1280, 900));

    assertThat(
            (Long)
                browser.run(
                    "return Math.round(document.querySelector('figure[data-chart=days] svg')"
                        + ".getBoundingClientRect().bottom)"))
        .isLessThanOrEqualTo(900L);
    assertThat(browser.count(".card")).isEqualTo(4);
    assertThat(browser.count(".card .spark")).isEqualTo(4);
  }

  @Test
  void coverageStaysInSightWhenSomebodyReadsOn(Browser browser) throws IOException {
    open(browser, "week");

    browser.run("document.querySelector('#quality').scrollIntoView()");

    assertThat(
            (Long)
                browser.run(
                    "return Math.round(document.querySelector('.badge')"
                        + ".getBoundingClientRect().top)"))
        .isBetween(0L, 60L);
  }

  @Test
  void aTableThatIsTooWideScrollsByTheKeyboard(Browser browser) throws IOException {
    open(browser, "week");
    browser.resize(Viewport.PHONE);
    browser.click("details[data-of=hours] summary");

    assertThat(
            browser.run(
                "const box = document.querySelector('details[data-of=hours] .scroll');"
                    + "box.focus(); box.scrollLeft = 50;"
                    + "return document.activeElement === box && box.scrollLeft > 0;"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @EnumSource
  void writesNumbersAndDatesOfItsLanguage(PageLanguage language, Browser browser)
      throws IOException {
    browser.liveIn(new Locale("ar", "EG"), ZoneId.of("Pacific/Apia"));
    browser.open(file("year", SamplePages.settings(language)));
    browser.click("details[data-of=days] summary");

    List<String> first = browser.texts("table[data-table=days] tbody tr:first-child td");

    switch (language) {
      case EN ->
          assertThat(first).contains("Wed, 1 Jan 2025").anyMatch(t -> t.matches("\\d,\\d{3}"));
      case DE ->
          assertThat(first).contains("Mi., 1. Jan. 2025").anyMatch(t -> t.matches("\\d\\.\\d{3}"));
      case FR ->
          assertThat(first)
              .contains("mer. 1 janv. 2025")
              .anyMatch(t -> t.matches("\\d\u202f\\d{3}"));
      case ES ->
          assertThat(first).contains("mié, 1 ene 2025").anyMatch(t -> t.matches("\\d\\.\\d{3}"));
    }
  }

  @Test
  void isReadWithoutScripts(Browser browser) throws IOException {
    browser.allowScripts(false);
    AudienceReport report = open(browser, "week");

    assertThat(browser.texts("section > h2")).hasSize(11).allMatch(text -> !text.isBlank());
    assertThat(browser.texts(".say")).isNotEmpty().allMatch(text -> !text.isBlank());
    assertThat(browser.count("table[data-table=places] tbody tr"))
        .isEqualTo(report.places().shown().size());
    assertThat(browser.shows("button[data-rank=hour]")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void printsWholeCharts(String sample, Browser browser) throws IOException {
    open(browser, sample);
    browser.prefer(ColourScheme.DARK);
    browser.layOutAsPrinted();

    assertThat(browser.overflow()).isEmpty();
    assertThat(browser.cutLabels()).isEmpty();
    assertThat(
            browser.run(
                "return getComputedStyle(document.documentElement).getPropertyValue('--card')"))
        .isEqualTo("#ffffff");
  }

  @Test
  void printsFindingsFirstAndDetailOnTheSecondSheet(Browser browser) throws IOException {
    open(browser, "year");

    List<String> sheets = browser.print().sheets();

    assertThat(sheets.get(0))
        .contains("1,705,069 watchers at 200 screens")
        .contains("Adult women are the largest group")
        .contains("Watchers by day")
        .doesNotContain("Watchers by week and hour");
    assertThat(sheets.get(1)).contains("Watchers by week and hour").contains("Watchers by place");
    for (int at = 0; at < sheets.size(); at++) {
      assertThat(sheets.get(at))
          .contains("Audience report")
          .contains("1 January – 31 December 2025")
          .contains((at + 1) + " / " + sheets.size());
    }
  }

  @Test
  void isAsItWasAfterAPrint(Browser browser) throws IOException {
    open(browser, "week");
    String widths =
        "return [...document.querySelectorAll('.plot svg')].map(svg => svg.getAttribute('width'))";
    Object before = browser.run(widths);

    browser.print();

    assertThat(browser.run(widths)).isEqualTo(before);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void hostileNamesRunNothing(Browser browser) throws IOException {
    open(browser, "week");
    browser.run(OPEN_ALL);
    browser.hover("figure[data-chart=places] .plot");

    assertThat(browser.count("img")).isZero();
    assertThat(browser.texts("table[data-table=places] bdi"))
        .contains("</script><img src=x onerror=alert(1)>");
    assertThat(browser.console()).isEmpty();
  }

  private AudienceReport open(Browser browser, String sample) throws IOException {
    browser.open(file(sample, SamplePages.settings(PageLanguage.EN)));
    return SampleReports.all().get(sample);
  }

  private Path file(String sample, PageSettings settings) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"), SamplePages.page(SampleReports.all().get(sample), settings));
  }
}

package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of the project file may say, and what is said of one that does not hold. */
class HistoryExportBuilderTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private static HistoryExportBuilder hourly() {
    return new HistoryExportBuilder(CATALOGUE)
        .name("viewers_hourly")
        .dataType("viewers")
        .timeResolution("1h")
        .allSources(SourceKind.LOCATIONS)
        .start("2024-01-01");
  }

  private static HistoryExportBuilder listing(String... ids) {
    return new HistoryExportBuilder(CATALOGUE)
        .name("viewers_hourly")
        .dataType("viewers")
        .timeResolution("1h")
        .sources(SourceKind.LOCATIONS, List.of(ids))
        .start("2024-01-01");
  }

  private static List<String> violationsOf(HistoryExportBuilder builder) {
    InvalidRequestException refusal =
        catchThrowableOfType(InvalidRequestException.class, builder::build);
    return refusal == null
        ? List.of()
        : refusal.violations().stream().map(Violation::toString).toList();
  }

  @Test
  void hasDefaults() {
    HistoryExport export = hourly().build();

    assertThat(export.sources()).isEqualTo(new SourceSelection.All(SourceKind.LOCATIONS));
    assertThat(export.windowLength()).isEqualTo(WindowLength.DAY);
    assertThat(export.lookbackDays()).isEqualTo(7);
    assertThat(export.format()).isEqualTo("parquet");
    assertThat(export.end()).isEmpty();
    assertThat(export.timeZone()).isEmpty();
    assertThat(export.columns()).isEmpty();
    assertThat(export.sinkOptions()).isEmpty();
  }

  @Test
  void takesAllThatCanBeSaid() {
    HistoryExport export =
        listing("1057,1056")
            .groupByDemographics(true)
            .window("1M")
            .end("2024-02-29")
            .lookback("0d")
            .timeZone("Europe/Paris")
            .format("csv", Map.of("bom", "true"))
            .columns(Map.of("new_key", "decimal"))
            .build();

    assertThat(export.sources())
        .isEqualTo(
            new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, List.of(1056L, 1057L))));
    assertThat(export.end()).contains(LocalDate.of(2024, 2, 29));
    assertThat(export.lookbackDays()).isZero();
    assertThat(export.timeZone()).contains(ZoneId.of("Europe/Paris"));
    assertThat(export.columns()).isEqualTo(Map.of("new_key", ColumnType.DECIMAL));
    assertThat(export.sinkOptions()).isEqualTo(Map.of("bom", "true"));
    assertThat(export.template().groupByDemographics()).isTrue();
  }

  @Test
  void asksForTheAverageWhereATypeAlwaysTakesAnAmount() {
    HistoryExport export =
        new HistoryExportBuilder(CATALOGUE)
            .name("a")
            .dataType("extrapolated_ots")
            .timeResolution("1h")
            .sources(SourceKind.LOCATION_TAGS, List.of("7"))
            .start("2024-01-01")
            .build();

    assertThat(export.template().extrapolationAmount()).contains("");
  }

  @Test
  void tellsEverythingAtOnce() {
    HistoryExportBuilder builder =
        new HistoryExportBuilder(CATALOGUE)
            .name("Viewers")
            .dataType("viewer")
            .timeResolution("2h")
            .averageContentDuration("x")
            .end("2024-02-30")
            .window("1m")
            .lookback("7")
            .timeZone("Paris")
            .columns(Map.of("new_key", "int"));

    assertThat(violationsOf(builder))
        .containsExactly(
            "name must be 1 to 63 of the characters a-z, 0-9 and _, and begin with a letter, but was"
                + " \"Viewers\"",
            "data_type must be one of the data types that VidiCenter is known to have, but was"
                + " \"viewer\" (did you mean \"viewers\"?)",
            "time_resolution must be one of finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M, but was"
                + " \"2h\" (did you mean \"1h\"?)",
            "average_content_duration must be a number of seconds such as 10 or 7.5, but was \"x\"",
            "locations must be given if no other source is: exactly one is needed of locations,"
                + " sites, locationgroups, sitegroups, location_tags, site_tags",
            "window must be one of 1d, 7d, 1M, but was \"1m\" (did you mean \"1M\"?)",
            "start must be given",
            "end must be a day, YYYY-MM-DD, but was \"2024-02-30\", which is not in the calendar",
            "lookback must be whole days from 0d to 9999d, such as 7d, but was \"7\"",
            "time_zone must be an IANA name such as Europe/Paris, but was \"Paris\" (did you mean"
                + " \"Europe/Paris\"?)",
            "columns.new_key must be one of the types whole, decimal, text, boolean, timestamp,"
                + " but was \"int\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "viewers_hourly", "con_", "com10", "a0"})
  void takesNames(String name) {
    assertThat(hourly().name(name).build().name()).isEqualTo(name);
  }

  @Test
  void takesNamesOf63Characters() {
    assertThat(violationsOf(hourly().name("a".repeat(63)))).isEmpty();
    assertThat(violationsOf(hourly().name("a".repeat(64)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "_a", "1a", "A", "a-b", "a.b", "a/b", "..", "ä", "a b", "con", "nul", "aux", "prn",
        "com0", "com9", "lpt1"
      })
  void refusesNames(String name) {
    assertThat(violationsOf(hourly().name(name))).singleElement().asString().startsWith("name ");
  }

  @ParameterizedTest
  @CsvSource({
    "1d, finest 5m 10m 15m 30m 1h 1d",
    "7d, finest 5m 10m 15m 30m 1h 1d 7d",
    "1M, finest 5m 10m 15m 30m 1h 1d 1M"
  })
  void fitsPeriodsIntoWindows(String window, String fitting) {
    List<String> good = List.of(fitting.split(" "));

    for (TimeResolution resolution : TimeResolution.values()) {
      List<String> violations =
          violationsOf(hourly().window(window).timeResolution(resolution.argument()));

      assertThat(violations.isEmpty()).isEqualTo(good.contains(resolution.argument()));
    }
  }

  @Test
  void saysWhichWindowAPeriodFits() {
    assertThat(violationsOf(hourly().timeResolution("7d")))
        .containsExactly(
            "time_resolution must be one of finest, 5m, 10m, 15m, 30m, 1h, 1d in windows of 1d, but"
                + " was \"7d\", which fits a window of 7d");
    assertThat(violationsOf(hourly().timeResolution("30d")))
        .containsExactly(
            "time_resolution must be one of finest, 5m, 10m, 15m, 30m, 1h, 1d in windows of 1d, but"
                + " was \"30d\", which fits no window");
  }

  @ParameterizedTest
  @CsvSource({
    "7d, 2024-01-03, 2024-01-01 and 2024-01-08",
    "7d, 2023-12-31, 2023-12-25 and 2024-01-01",
    "7d, 2021-01-01, 2020-12-28 and 2021-01-04",
    "1M, 2024-02-29, 2024-02-01 and 2024-03-01",
    "1M, 2023-12-31, 2023-12-01 and 2024-01-01"
  })
  void namesTheNearestDaysThatBeginAWindow(String window, String start, String nearest) {
    assertThat(violationsOf(hourly().window(window).start(start)))
        .containsExactly(
            "start must begin a window of %s, as %s do, but was %s"
                .formatted(window, nearest, start));
  }

  @ParameterizedTest
  @CsvSource({
    "7d, 2024-01-15, 2024-01-14 and 2024-01-21 do",
    "7d, 2024-01-03, 2024-01-07 does",
    "1M, 2024-02-28, 2024-01-31 and 2024-02-29 do",
    "1M, 2024-01-30, 2024-01-31 does"
  })
  void namesTheNearestDaysThatEndAWindow(String window, String end, String nearest) {
    assertThat(violationsOf(hourly().window(window).end(end)))
        .containsExactly(
            "end must end a window of %s, as %s, but was %s".formatted(window, nearest, end));
  }

  @Test
  void mayLastOneDay() {
    assertThat(violationsOf(hourly().end("2024-01-01"))).isEmpty();
    assertThat(violationsOf(hourly().end("2023-12-31")))
        .containsExactly("end must not be before start, but was 2023-12-31 < 2024-01-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-1-1",
        "2024-01-32",
        "2023-02-29",
        "20240101",
        "2024-01-01T00:00:00",
        "+2024-01-01",
        "02024-01-01",
        "0000-01-01",
        "２０２４-01-01",
        "2024-01-01 "
      })
  void refusesWhatIsNoDay(String start) {
    assertThat(violationsOf(hourly().start(start)))
        .singleElement()
        .asString()
        .startsWith("start must be a day, YYYY-MM-DD, but was ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "-1d", "7h", "1.5d", "10000d", " 7d", "P7D", "７d"})
  void refusesWhatIsNoLookback(String lookback) {
    assertThat(violationsOf(hourly().lookback(lookback)))
        .singleElement()
        .asString()
        .startsWith("lookback must be ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+02:00", "UTC+1", "europe/paris", "SystemV/PST8", "Z"})
  void refusesWhatIsNoZone(String zone) {
    assertThat(violationsOf(hourly().timeZone(zone)))
        .singleElement()
        .asString()
        .startsWith("time_zone must be ");
  }

  @Test
  void takesATable() {
    SliceTable table = new SliceTable(Optional.of("vidicenter"), "Viewers of _vidiexport");

    assertThat(hourly().table(table).build().table()).contains(table);
    assertThat(hourly().build().table()).isEmpty();
    assertThat(hourly().table(table).table(null).build().table()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_vidiexport", "_vidiexport_slices", "_VidiExport_Locations"})
  void refusesTablesThatAreItsOwn(String name) {
    assertThat(violationsOf(hourly().table(new SliceTable(Optional.empty(), name))))
        .containsExactly(
            "table must not begin with _vidiexport, as tables do in which this program keeps what it"
                + " knows, but was \"%s\"".formatted(name));
  }

  @Test
  void hasOneKindOfSources() {
    assertThat(violationsOf(listing("1").allSources(SourceKind.SITES)))
        .containsExactly(
            "sites must not be given beside locations: an export has exactly one kind of sources");
    assertThat(violationsOf(listing("1", "", "x")))
        .containsExactly("locations must not contain an empty item, but item 2 of 3 is empty");
  }

  static Stream<SourceKind> others() {
    return Stream.of(
        SourceKind.LOCATION_GROUPS,
        SourceKind.SITE_GROUPS,
        SourceKind.LOCATION_TAGS,
        SourceKind.SITE_TAGS);
  }

  @ParameterizedTest
  @MethodSource("others")
  void knowsNotAllOfTagsAndGroups(SourceKind kind) {
    HistoryExportBuilder builder =
        new HistoryExportBuilder(CATALOGUE)
            .name("a")
            .dataType("viewers")
            .timeResolution("1h")
            .allSources(kind)
            .start("2024-01-01");

    assertThat(violationsOf(builder))
        .containsExactly(
            kind.argument() + " must be ids, because only locations and sites can be all");
  }

  @Test
  void refusesAllWhereRowsDoNotTellWhoseTheyAre() {
    assertThat(violationsOf(hourly().dataType("extrapolated_ots")))
        .containsExactly(
            "locations must be ids for data type extrapolated_ots, because its rows do not tell of"
                + " which of the locations they are");
    assertThat(violationsOf(hourly().dataType("proof_of_play_by_site")))
        .containsExactly(
            "locations must be ids for data type proof_of_play_by_site, because its rows do not"
                + " tell of which of the locations they are");
    assertThat(Optional.of(listing("1").dataType("proof_of_play_by_site").build())).isPresent();
  }
}

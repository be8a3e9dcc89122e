package dev.vidiexport.http.sandbox;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void areTheSameEveryTimeAndInEverySandboxOfTheSeed() throws IOException {
    Map<String, String> day = finest("2016-04-29T00:00:00", "2016-04-29T23:59:59");
    List<String> rows = list(day);

    assertThat(rows).hasSizeGreaterThan(100).isEqualTo(list(day));
    try (Sandbox twin = Sandbox.start(SandboxSettings.usual().withLocations(500));
        Sandbox other = Sandbox.start(SandboxSettings.usual().withSeed(2))) {
      assertThat(twin.rows(day)).containsExactlyElementsOf(rows);
      assertThat(other.rows(day).fingerprint()).isNotEqualTo(sandbox.rows(day).fingerprint());
    }
  }

  @Test
  void haveAFingerprintThatDependsOnEachRowAndNotOnTheirOrder() {
    ServedRows rows = sandbox.rows(finest("2016-04-29T00:00:00", "2016-04-29T23:59:59"));
    List<String> shuffled = new ArrayList<>();
    rows.forEach(shuffled::add);
    Collections.reverse(shuffled);

    long sum = shuffled.stream().mapToLong(ServedRows::fingerprint).sum();
    long withoutOne = shuffled.stream().skip(1).mapToLong(ServedRows::fingerprint).sum();

    assertThat(sum).isEqualTo(rows.fingerprint()).isNotEqualTo(withoutOne);
    assertThat(rows.count()).isEqualTo(shuffled.size());
  }

  @Test
  void ofTheFinestKindAreTheSameFromWhateverRange() {
    List<Map<String, String>> day =
        ServedRow.list(sandbox.rows(finest("2016-04-29T00:00:00", "2016-04-29T23:59:59")));

    Property.holds(
        20,
        random -> {
          LocalDateTime start =
              LocalDateTime.parse("2016-04-29T00:00:00").plusSeconds(random.nextInt(80_000));
          LocalDateTime end = start.plusSeconds(random.nextInt(6_000));

          List<Map<String, String>> part =
              ServedRow.list(sandbox.rows(finest(TIME.format(start), TIME.format(end))));

          assertThat(part)
              .containsExactlyInAnyOrderElementsOf(
                  day.stream().filter(row -> isWithin(row, start, end)).toList());
        });
  }

  private static boolean isWithin(Map<String, String> row, LocalDateTime start, LocalDateTime end) {
    LocalDateTime time = LocalDateTime.parse(row.get("watcher_start").substring("TEXT ".length()));
    return !time.isBefore(start) && !time.isAfter(end);
  }

  @Test
  void includeThePeriodsAtBothEnds() {
    assertThat(ServedRow.list(sandbox.rows(ExportArguments.example())))
        .extracting(row -> row.get("period_start"))
        .containsExactlyInAnyOrder("TEXT 2016-04-29 10:00:00", "TEXT 2016-04-29 11:00:00");
    assertThat(list(ExportArguments.with(ExportArguments.example(), "end", "2016-04-29T10:59:59")))
        .hasSize(1);
  }

  @Test
  void beginAtWholePeriodsOfCalendarAndClock() {
    assertThat(periods("15m", "2016-04-29T10:01:00", "2016-04-29T10:30:00"))
        .containsExactly("TEXT 2016-04-29 10:15:00", "TEXT 2016-04-29 10:30:00");
    assertThat(periods("1d", "2016-02-28T00:00:00", "2016-03-01T00:00:00"))
        .containsExactly(
            "TEXT 2016-02-28 00:00:00", "TEXT 2016-02-29 00:00:00", "TEXT 2016-03-01 00:00:00");
    assertThat(periods("7d", "2016-02-28T00:00:00", "2016-03-10T00:00:00"))
        .containsExactly("TEXT 2016-02-28 00:00:00", "TEXT 2016-03-06 00:00:00");
    assertThat(periods("1M", "2016-01-31T00:00:00", "2016-03-01T00:00:00"))
        .containsExactly("TEXT 2016-02-01 00:00:00", "TEXT 2016-03-01 00:00:00");
  }

  private List<String> periods(String resolution, String start, String end) {
    Map<String, String> arguments =
        ExportArguments.with(
            ExportArguments.of("ots", resolution, start, end), "locations", "1056");
    return ServedRow.all(sandbox.rows(arguments))
        .map(row -> row.get("period_start"))
        .sorted()
        .toList();
  }

  @Test
  void areOneForEachPeriodAndPlaceAndDemographicGroup() {
    Map<String, String> hours =
        ExportArguments.of("viewers", "1h", "2016-04-29T10:00:00", "2016-04-29T15:00:00");
    List<Map<String, String>> plain = ServedRow.list(sandbox.rows(hours));
    List<Map<String, String>> grouped =
        ServedRow.list(sandbox.rows(ExportArguments.with(hours, "group_by_demographics", "0")));

    assertThat(plain).hasSize(6 * 4);
    assertThat(keysOf(plain, "location_id", "period_start")).hasSize(6 * 4);
    assertThat(keysOf(grouped, "location_id", "period_start", "gender", "age"))
        .hasSameSizeAs(grouped);
    assertThat(keysOf(grouped, "gender", "age")).contains("NUMBER 1 NUMBER 4", "NUMBER 0 NUMBER 0");
    assertThat(keysOf(grouped, "location_id", "period_start")).hasSize(6 * 4);
  }

  private static Set<String> keysOf(List<Map<String, String>> rows, String... keys) {
    Set<String> found = new HashSet<>();
    for (Map<String, String> row : rows) {
      found.add(String.join(" ", List.of(keys).stream().map(row::get).toList()));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "1d", "30d"})
  void sayNothingOfTimesWithoutACamera(String resolution) {
    for (String year : List.of("2013", "2027")) {
      Map<String, String> arguments =
          ExportArguments.of("ots", resolution, year + "-01-01T00:00:00", year + "-03-31T23:59:59");

      assertThat(ServedRow.all(sandbox.rows(arguments)))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).containsEntry("ots_count", "NULL"));
    }
  }

  @Test
  void areNoneOfTimesWithoutACameraWhereTheyAreNotAggregated() {
    assertThat(list(finest("2013-01-01T00:00:00", "2013-01-02T23:59:59"))).isEmpty();
    assertThat(list(finest("2027-01-01T00:00:00", "2027-01-02T23:59:59"))).isEmpty();
    assertThat(list(finest("2026-01-31T12:00:00", "2026-02-28T23:59:59")))
        .isNotEmpty()
        .allMatch(row -> row.contains("2026-01-31T"));
  }

  @Test
  void areThoseOfThePlacesThatTheSourcesStandFor() {
    assertThat(places("viewers", "sites", "202")).containsExactly(1059, 1060, 1061);
    assertThat(places("viewers", "location_tags", "302")).containsExactly(1057, 1063);
    assertThat(places("viewers", "locationgroups", "302")).containsExactly(1057, 1063);
    assertThat(places("viewers", "site_tags", "401")).containsExactly(1059, 1060, 1061);
    assertThat(places("viewers", "sitegroups", "401")).containsExactly(1059, 1060, 1061);
    assertThat(places("proof_of_play_by_site", "locations", "1056,1058,1067"))
        .containsExactly(201, 204);
    assertThat(places("extrapolated_ots", "sites", "202")).containsExactly(0);
  }

  @Test
  void dependOnAllSourcesTogetherWhereTheyAreExtrapolated() {
    Map<String, String> day =
        ExportArguments.of("extrapolated_ots", "1h", "2016-04-29T00:00:00", "2016-04-29T23:00:00");
    List<String> ofSite = list(ExportArguments.from(day, "sites", "202"));

    assertThat(ofSite).hasSize(24).isEqualTo(list(ExportArguments.from(day, "sites", "202")));
    assertThat(list(ExportArguments.from(day, "locations", "1059,1060,1061"))).isEqualTo(ofSite);
    assertThat(list(ExportArguments.from(day, "sites", "203"))).isNotEqualTo(ofSite);
  }

  @Test
  void areNoneWhereTheSourcesHoldNothing() throws IOException {
    try (Sandbox small = Sandbox.start(SandboxSettings.usual().withLocations(1))) {
      Map<String, String> ages =
          ExportArguments.from(
              ExportArguments.of("ots", "5m", "0001-01-01T00:00:00", "9999-12-31T23:59:59"),
              "location_tags",
              "303");

      assertThat(small.rows(ages).count()).isZero();
    }
  }

  private List<Integer> places(String type, String kind, String ids) {
    Map<String, String> arguments =
        ExportArguments.from(
            ExportArguments.of(type, "1h", "2016-04-29T00:00:00", "2016-04-29T23:00:00"),
            kind,
            ids);
    return ServedRow.all(sandbox.rows(arguments))
        .map(row -> row.getOrDefault("location_id", row.getOrDefault("site_id", "NUMBER 0")))
        .map(id -> Integer.valueOf(id.substring("NUMBER ".length())))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void areOfTheContentsAskedForAlone() {
    Map<String, String> hours =
        ExportArguments.of(
            "proof_of_play_by_site", "1h", "2016-04-29T00:00:00", "2016-04-29T23:00:00");

    List<Map<String, String>> rows =
        ServedRow.list(
            sandbox.rows(ExportArguments.with(hours, "content_ids", "70112,summer-15s,70112")));

    assertThat(rows)
        .extracting(row -> row.get("content_id"))
        .filteredOn(id -> !id.equals("NULL"))
        .containsOnly("TEXT 70112", "TEXT summer-15s");
  }

  @Test
  void canBeWrittenLineByLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.jsonl");

    sandbox.rows(hours()).writeLines(file);

    assertThat(Files.readAllLines(file)).isEqualTo(list(hours()));
  }

  @Test
  void comeInNoOrder() {
    List<String> times =
        ServedRow.all(sandbox.rows(hours())).map(row -> row.get("period_start")).toList();

    assertThat(times).isNotEqualTo(times.stream().sorted().toList());
  }

  @Test
  void standInForDeadPeriodsWithNullsOfEveryMetric() {
    List<Map<String, String>> dead =
        ServedRow.all(sandbox.rows(hours()))
            .filter(row -> "NULL".equals(row.get("ots_count")))
            .toList();

    assertThat(dead)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row)
                    .hasSize(6)
                    .containsEntry("watcher_count", "NULL")
                    .containsEntry("duration", "NULL"));
    assertThat(dead.size() * 100.0 / sandbox.rows(hours()).count()).isLessThan(15);
  }

  @Test
  void writeCountsWithAFractionNowAndThenAndDurationsAlways() {
    List<Map<String, String>> rows =
        ServedRow.all(sandbox.rows(hours()))
            .filter(row -> !"NULL".equals(row.get("ots_count")))
            .toList();

    assertThat(rows).extracting(row -> row.get("duration")).containsOnly("NUMBER 3600.0");
    assertThat(rows).anyMatch(row -> row.get("ots_count").endsWith(".0"));
    assertThat(rows).anyMatch(row -> !row.get("ots_count").endsWith(".0"));
  }

  @Test
  void leaveKeysOutOrNullThem() {
    Map<String, String> quiet =
        ExportArguments.of("viewers", "5m", "2016-04-25T00:00:00", "2016-04-29T23:59:59");

    List<Map<String, String>> rows =
        ServedRow.all(sandbox.rows(quiet))
            .filter(row -> !"NULL".equals(row.get("watcher_count")))
            .toList();

    assertThat(rows).anyMatch(row -> "NULL".equals(row.get("conversion_ratio")));
    assertThat(rows).anyMatch(row -> !row.containsKey("conversion_ratio"));
  }

  @Test
  void followTheDayAndDifferFromPlaceToPlace() {
    Map<Integer, Double> byHour = average(hours(), row -> hour(row.get("period_start")));
    Map<String, Double> byPlace = average(hours(), row -> row.get("location_id"));

    assertThat(byHour.get(3)).isLessThan(byHour.get(8) / 5);
    assertThat(byHour.get(13)).isGreaterThan(byHour.get(22));
    assertThat(byPlace).hasSize(4);
    assertThat(byPlace.get("NUMBER 1056"))
        .isNotCloseTo(byPlace.get("NUMBER 1059"), withinPercentage(5));
  }

  private <K> Map<K, Double> average(
      Map<String, String> arguments, Function<Map<String, String>, K> group) {
    return ServedRow.all(sandbox.rows(arguments))
        .filter(row -> !"NULL".equals(row.get("ots_count")))
        .collect(
            groupingBy(
                group,
                averagingDouble(
                    row ->
                        Double.parseDouble(row.get("ots_count").substring("NUMBER ".length())))));
  }

  private static int hour(String time) {
    return Integer.parseInt(time.substring("TEXT 2016-04-29 ".length()).substring(0, 2));
  }

  private static Map<String, String> hours() {
    return ExportArguments.of("ots", "1h", "2016-04-01T00:00:00", "2016-04-28T23:59:59");
  }

  private static Map<String, String> finest(String start, String end) {
    return ExportArguments.of("footfall", "finest", start, end);
  }

  private List<String> list(Map<String, String> arguments) {
    List<String> rows = new ArrayList<>();
    sandbox.rows(arguments).forEach(rows::add);
    return rows;
  }
}

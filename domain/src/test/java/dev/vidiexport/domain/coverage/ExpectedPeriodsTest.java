package dev.vidiexport.domain.coverage;

import static dev.vidiexport.domain.coverage.CoverageSamples.CATALOGUE;
import static dev.vidiexport.domain.coverage.CoverageSamples.day;
import static dev.vidiexport.domain.coverage.CoverageSamples.export;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectedPeriodsTest {
  private static final TimeWindow DAY = day("2024-01-02");

  private static Location location(
      long id, long site, String active, String creation, String lastUpload) {
    return new Location(
        new Id(Long.toString(id)),
        Optional.of(new Id(Long.toString(site))),
        Optional.empty(),
        Optional.ofNullable(active),
        Optional.ofNullable(lastUpload),
        Optional.ofNullable(creation),
        Optional.empty(),
        "{}");
  }

  private static Topology topology(Location... locations) {
    return new Topology(List.of(), List.of(), List.of(locations), List.of(), List.of());
  }

  private static ExpectedPeriods expected(HistoryExport export, Location... locations) {
    return ExpectedPeriods.of(
        export, CoverageRules.of(export, CATALOGUE), Optional.of(topology(locations)));
  }

  private static HistoryExport hourly() {
    return export("viewers", TimeResolution.ONE_HOUR);
  }

  @ParameterizedTest
  @CsvSource({
    ", 24",
    "2023-05-01T00:00:00, 24",
    "2024-01-02T00:00:00, 24",
    "2024-01-02, 24",
    "2024-01-02 00:00:01, 23",
    "2024-01-02T09:59:59Z, 14",
    "2024-01-02T10:00:00, 14",
    "2024-01-02T10:00:00.000, 14",
    "2024-01-02T10:00:00.5+01:00, 14",
    "2024-01-02T10:00, 14",
    "2024-01-02T10:01, 13",
    "2024-01-02T23:00:00, 1",
    "2024-01-02T23:00:01, 0",
    "2024-01-03T00:00:00, 0",
    "2025-01-01T00:00:00, 0",
    "soon, 24",
    "2024-02-30T00:00:00, 24",
  })
  void beginWithTheCreationOfALocation(String creation, long expected) {
    assertThat(
            expected(hourly(), location(1056, 201, "true", creation, null))
                .expected(PlaceKind.LOCATION, 1056, DAY))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 2025-01-01T00:00:00, 24",
    "false, 2024-01-02T23:00:00, 24",
    "false, 2024-01-02T22:59:59, 23",
    "False, 2024-01-02T10:00:00.7, 11",
    "false, 2024-01-02T00:00:00, 1",
    "false, 2024-01-01T23:59:59, 0",
    "false, , 0",
    "false, ?, 24",
    "true, 2024-01-01T00:00:00, 24",
    ", 2024-01-01T00:00:00, 24",
  })
  void endWithTheLastUploadOfALocationThatIsNotActive(
      String active, String lastUpload, long expected) {
    assertThat(
            expected(hourly(), location(1056, 201, active, null, lastUpload))
                .expected(PlaceKind.LOCATION, 1056, DAY))
        .isEqualTo(expected);
  }

  @Test
  void areNoneOfALocationThatUploadedBeforeItWasCreated() {
    assertThat(
            expected(
                    hourly(),
                    location(1056, 201, "false", "2024-01-02T12:00:00", "2024-01-02T06:00:00"))
                .expected(PlaceKind.LOCATION, 1056, DAY))
        .isZero();
  }

  @Test
  void areAllOfAPlaceThatNobodyKnows() {
    ExpectedPeriods expected = expected(hourly());

    assertThat(expected.expected(PlaceKind.LOCATION, 1056, DAY)).isEqualTo(24);
    assertThat(expected.expected(PlaceKind.SITE, 201, DAY)).isEqualTo(24);
  }

  @Test
  void countDaysThatBeginAfterTheCreation() {
    HistoryExport monthly =
        export("viewers", TimeResolution.ONE_DAY, WindowLength.MONTH, Optional.empty());
    TimeWindow month = TimeWindow.around(WindowLength.MONTH, LocalDate.of(2024, 2, 1));

    assertThat(
            expected(monthly, location(1056, 201, "true", "2024-02-10T08:00:00", null))
                .expected(PlaceKind.LOCATION, 1056, month))
        .isEqualTo(19);
  }

  @Test
  void areNoneOfAPeriodThatBeganBeforeTheCreation() {
    HistoryExport monthly =
        export("viewers", TimeResolution.ONE_MONTH, WindowLength.MONTH, Optional.empty());
    TimeWindow month = TimeWindow.around(WindowLength.MONTH, LocalDate.of(2024, 2, 1));
    ExpectedPeriods expected =
        expected(monthly, location(1056, 201, "true", "2024-02-10T08:00:00", null));

    assertThat(expected.expected(PlaceKind.LOCATION, 1056, month)).isZero();
    assertThat(expected.expected(PlaceKind.LOCATION, 1056, month.next())).isEqualTo(1);
  }

  @Test
  void goByTheClocksOfTheZone() {
    HistoryExport export =
        export("viewers", TimeResolution.ONE_HOUR, WindowLength.DAY, Optional.of("Europe/Berlin"));
    ExpectedPeriods expected =
        expected(
            export,
            location(1, 201, "true", "2024-10-27T02:00:00", null),
            location(2, 201, "true", "2024-10-27T02:00:01", null),
            location(3, 201, "false", null, "2024-03-31T02:30:00"));

    assertThat(expected.expected(PlaceKind.LOCATION, 9, day("2024-03-31"))).isEqualTo(23);
    assertThat(expected.expected(PlaceKind.LOCATION, 9, day("2024-10-27"))).isEqualTo(25);
    assertThat(expected.expected(PlaceKind.LOCATION, 1, day("2024-10-27"))).isEqualTo(23);
    assertThat(expected.expected(PlaceKind.LOCATION, 2, day("2024-10-27"))).isEqualTo(21);
    assertThat(expected.expected(PlaceKind.LOCATION, 3, day("2024-03-31"))).isEqualTo(2);
  }

  @Test
  void areOfTheLocationsAskedFor() {
    assertThat(
            expected(hourly(), location(1056, 201, "true", "2024-01-02T12:00:00", null))
                .of(DAY, SourceSet.of(SourceKind.LOCATIONS, 1057, 1056)))
        .containsExactly(
            new PlaceExpectation(PlaceKind.LOCATION, 1056, OptionalLong.of(12)),
            new PlaceExpectation(PlaceKind.LOCATION, 1057, OptionalLong.of(24)));
  }

  @Test
  void areOfTheLocationsOfTheSitesAskedFor() {
    assertThat(
            expected(
                    hourly(),
                    location(1058, 201, "true", null, null),
                    location(1056, 202, "true", null, null),
                    location(1057, 203, "true", null, null))
                .of(DAY, SourceSet.of(SourceKind.SITES, 201, 202, 299)))
        .extracting(PlaceExpectation::id)
        .containsExactly(1056L, 1058L);
  }

  @Test
  void areOfSitesWhereRowsNameThem() {
    ExpectedPeriods expected =
        expected(
            export("proof_of_play_by_site", TimeResolution.ONE_HOUR),
            location(1056, 202, "true", null, null),
            location(1057, 201, "true", null, null));

    assertThat(expected.of(DAY, SourceSet.of(SourceKind.SITES, 201)))
        .containsExactly(new PlaceExpectation(PlaceKind.SITE, 201, OptionalLong.empty()));
    assertThat(expected.of(DAY, SourceSet.of(SourceKind.LOCATIONS, 1056, 1057, 1058)))
        .extracting(PlaceExpectation::id)
        .containsExactly(201L, 202L);
    assertThatThrownBy(() -> expected.expected(PlaceKind.SITE, 201, DAY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Nobody knows how many periods there must be");
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"LOCATION_GROUPS", "SITE_GROUPS", "LOCATION_TAGS", "SITE_TAGS"})
  void areOfNoPlaceWhereTheTopologyTellsNone(SourceKind kind) {
    assertThat(expected(hourly()).of(DAY, SourceSet.of(kind, 7))).isEmpty();
  }

  @Test
  void areOfNoPlaceWhereRowsNameNone() {
    assertThat(
            expected(export("extrapolated_ots", TimeResolution.ONE_HOUR))
                .of(DAY, SourceSet.of(SourceKind.LOCATIONS, 1056)))
        .isEmpty();
  }

  @Test
  void areNotKnownOfTheFinestRows() {
    assertThat(
            expected(export("viewers", TimeResolution.FINEST))
                .of(DAY, SourceSet.of(SourceKind.LOCATIONS, 1056)))
        .containsExactly(new PlaceExpectation(PlaceKind.LOCATION, 1056, OptionalLong.empty()));
  }

  @Test
  void areTheSumOverTheWindows() {
    List<TimeResolution> resolutions =
        Arrays.stream(TimeResolution.values())
            .filter(TimeResolution::isAggregated)
            .filter(resolution -> resolution != TimeResolution.THIRTY_DAYS)
            .toList();
    Property.holds(
        200,
        random -> {
          TimeResolution resolution = resolutions.get(random.nextInt(resolutions.size()));
          WindowLength length =
              Arrays.stream(WindowLength.values())
                  .filter(any -> any.takes(resolution))
                  .skip(resolution.compareTo(TimeResolution.ONE_DAY) > 0 ? 0 : random.nextInt(3))
                  .findFirst()
                  .orElseThrow();
          HistoryExport export =
              export(
                  "viewers",
                  resolution,
                  length,
                  random.nextBoolean() ? Optional.of("Europe/Berlin") : Optional.empty());
          LocalDate created = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
          LocalDate ended = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
          ExpectedPeriods expected =
              expected(
                  export,
                  location(
                      1056,
                      201,
                      random.nextBoolean() ? "true" : "false",
                      created + "T11:35:20",
                      ended + "T17:00:00"));
          TimeWindow first = TimeWindow.around(length, LocalDate.of(2024, 1, 1));
          long sum = 0;
          TimeWindow last = first;
          for (TimeWindow window = first;
              window.firstDay().isBefore(LocalDate.of(2025, 1, 1));
              window = window.next()) {
            sum += expected.expected(PlaceKind.LOCATION, 1056, window);
            last = window;
          }

          assertThat(expected.expected(PlaceKind.LOCATION, 1056, first, last)).isEqualTo(sum);
        });
  }

  @Test
  void costLittleForManyPlacesAndWindows() {
    long[] ids = LongStream.rangeClosed(1, 500).toArray();
    ExpectedPeriods expected =
        expected(
            export(
                "viewers",
                TimeResolution.FIVE_MINUTES,
                WindowLength.DAY,
                Optional.of("Europe/Berlin")),
            LongStream.of(ids)
                .mapToObj(id -> location(id, 201, "true", "2020-05-05T05:05:05", null))
                .toArray(Location[]::new));
    SourceSet sources = SourceSet.of(SourceKind.LOCATIONS, ids);
    long sum = 0;
    TimeWindow window = day("2020-01-01");
    for (int days = 0; days < 1_000; days++) {
      sum +=
          expected.of(window, sources).stream()
              .mapToLong(place -> place.expected().orElse(0))
              .sum();
      window = window.next();
    }

    assertThat(sum)
        .isEqualTo(
            500 * expected.expected(PlaceKind.LOCATION, 1, day("2020-01-01"), window.previous()));
  }
}

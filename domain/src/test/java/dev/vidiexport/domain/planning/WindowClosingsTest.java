package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.id;
import static dev.vidiexport.domain.planning.PlanSamples.location;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowClosingsTest {
  private static final TimeWindow DAY = day("2024-03-01");

  @ParameterizedTest
  @CsvSource({
    "UTC, 2024-03-01, 2024-03-02T00:00:00Z",
    "Pacific/Apia, 2024-03-01, 2024-03-01T11:00:00Z",
    "Asia/Kathmandu, 2024-03-01, 2024-03-01T18:15:00Z",
    // Days of 23 and of 25 hours.
    "Europe/Paris, 2024-03-30, 2024-03-30T23:00:00Z",
    "Europe/Paris, 2024-03-31, 2024-03-31T22:00:00Z",
    "Europe/Paris, 2024-10-27, 2024-10-27T23:00:00Z",
    // The next day begins at one, because midnight is left out.
    "America/Asuncion, 2022-10-01, 2022-10-02T04:00:00Z",
    // Midnight comes twice; the second one ends no day.
    "America/Havana, 2023-11-04, 2023-11-05T04:00:00Z",
    // Between 23:00 and midnight, the last hour of the day comes twice.
    "America/Asuncion, 2022-03-26, 2022-03-27T04:00:00Z"
  })
  void followTheZoneThatWasTold(String zone, String day, Instant over) {
    WindowClosings closings =
        WindowClosings.of(inZone(export(locations(1)), zone), Optional.of(PlanSamples.topology(1)));

    assertThat(closings.overAt(day(day))).isEqualTo(over);
    assertThat(closings.location()).isEmpty();
    assertThat(closings.isOver(day(day), over)).isTrue();
    assertThat(closings.isOver(day(day), over.minusNanos(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 2024-03-02T00:00:00Z",
    "3600.0, 2024-03-02T00:00:00Z",
    "' +3600 ', 2024-03-02T00:00:00Z",
    "-18000, 2024-03-02T06:00:00Z",
    "20700, 2024-03-01T19:15:00Z",
    "-43200, 2024-03-02T13:00:00Z",
    "50400, 2024-03-01T11:00:00Z",
    // No clock is so far off, or it is no number: the westernmost of all counts.
    "-43201, 2024-03-02T13:00:00Z",
    "50401, 2024-03-02T13:00:00Z",
    "1e3, 2024-03-02T13:00:00Z",
    "99999999999999999999, 2024-03-02T13:00:00Z",
    "Europe/Paris, 2024-03-02T13:00:00Z",
    "'', 2024-03-02T13:00:00Z"
  })
  void comeAnHourAfterTheEndOfTheDayAtALocation(String lastTimezone, Instant over) {
    Topology topology = PlanSamples.of(location(1, "2016-01-01", lastTimezone));

    assertThat(WindowClosings.of(export(locations(1)), Optional.of(topology)).overAt(DAY))
        .isEqualTo(over);
  }

  @Test
  void goByTheWesternmostLocationOfTheExport() {
    Topology topology =
        PlanSamples.of(
            location(1, "2016-01-01", "3600"),
            location(2, "2016-01-01", "-18000"),
            location(3, "2016-01-01", "nonsense"),
            location(4, "2016-01-01", "-28800"),
            location(5, "2016-01-01", "-18000"));

    assertThat(westernmost(locations(1, 2, 3, 5), topology)).contains(id(2));
    assertThat(westernmost(PlanSamples.allLocations(), topology)).contains(id(4));
    assertThat(westernmost(listed(SourceKind.LOCATION_TAGS, 1), topology)).contains(id(4));
    assertThat(westernmost(listed(SourceKind.SITE_GROUPS, 1), topology)).contains(id(4));
    assertThat(westernmost(locations(3), topology)).isEmpty();
    assertThat(westernmost(locations(99), topology)).isEmpty();
  }

  @Test
  void goByTheLocationsOfItsSites() {
    Topology topology =
        PlanSamples.of(
            location(1, "2016-01-01", "3600"),
            atSite(202, location(2, "2016-01-01", "-18000")),
            atSite(203, location(3, "2016-01-01", "-28800")));

    assertThat(westernmost(listed(SourceKind.SITES, 201, 202), topology)).contains(id(2));
    assertThat(westernmost(new SourceSelection.All(SourceKind.SITES), topology)).contains(id(3));
  }

  @Test
  void areReckonedForTheWesternmostClockWhereNothingIsKnown() {
    WindowClosings closings = WindowClosings.of(export(locations(1)), Optional.empty());

    assertThat(closings.overAt(DAY)).isEqualTo(Instant.parse("2024-03-02T13:00:00Z"));
    assertThat(closings.location()).isEmpty();
  }

  private static Optional<Id> westernmost(SourceSelection sources, Topology topology) {
    // Which resolution and type it is makes no difference.
    return WindowClosings.of(export(sources), Optional.of(topology)).location();
  }

  private static SourceSelection listed(SourceKind kind, long... ids) {
    return new SourceSelection.Listed(SourceSet.of(kind, ids));
  }

  private static Location atSite(long site, Location location) {
    return new Location(
        location.id(),
        Optional.of(id(site)),
        location.label(),
        location.active(),
        location.lastUpload(),
        location.creationDate(),
        location.lastTimezone(),
        location.json());
  }

  static HistoryExport inZone(HistoryExport export, String zone) {
    return new HistoryExport(
        export.name(),
        export.template(),
        export.sources(),
        export.windowLength(),
        export.start(),
        export.end(),
        export.lookbackDays(),
        export.format(),
        export.sinkOptions(),
        export.columns(),
        Optional.of(ZoneId.of(zone)));
  }

  private static TimeWindow day(String day) {
    return TimeWindow.around(WindowLength.DAY, LocalDate.parse(day));
  }
}

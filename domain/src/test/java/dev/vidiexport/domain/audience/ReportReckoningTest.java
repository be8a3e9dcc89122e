package dev.vidiexport.domain.audience;

import static dev.vidiexport.domain.audience.CountedTable.days;
import static dev.vidiexport.domain.audience.CountedTable.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.report.WeekTime;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReportReckoningTest {
  private static final ReportSpan DAY = days("2024-03-02", "2024-03-02");
  private static final ReportSettings SITES =
      new ReportSettings(PlaceLevel.SITE, CameraCombination.SUM, 20);
  private static final ReportSettings AVERAGE =
      new ReportSettings(PlaceLevel.SITE, CameraCombination.AVERAGE, 20);

  private static CountedTable viewers() {
    return new CountedTable(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false)
        .whole("watcher_count", "dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec");
  }

  private static CountedTable ots() {
    return new CountedTable(AudienceType.OTS, TimeResolution.ONE_HOUR, false)
        .whole("ots_count", "watcher_count");
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }

  @Test
  void whatWasNotMeasuredIsNoZero() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            viewers()
                .row("1 2024-03-02T10:00 4 80 20")
                .row("1 2024-03-02T11:00 0 0 0")
                .row("1 2024-03-02T12:00 - - -")
                .of(DAY, ReportSettings.USUAL, 1L));
    var hours = report.hours().orElseThrow().days().get(LocalDate.of(2024, 3, 2));
    assertThat(hours).isNotNull();
    assertThat(hours.of(10)).isEqualTo(of(4));
    assertThat(hours.of(11)).isEqualTo(of(0));
    assertThat(hours.of(12)).isEmpty();
    assertThat(hours.of(13)).isEmpty();
    DayFigures day = report.days().get(0);
    assertThat(day.counts().of(CountKind.WATCHERS)).isEqualTo(of(4));
    assertThat(day.coverage().measured()).isEqualTo(OptionalLong.of(2));
    assertThat(day.coverage().expected()).isEqualTo(OptionalLong.of(24));
    assertThat(report.headline().of(FigureKind.COVERAGE)).isEqualTo(of(2 / 24.0));
  }

  @Test
  void timesAreOfRowsInWhichBothAreMeasured() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            viewers()
                .row("1 2024-03-02T10:00 4 80 20")
                .row("1 2024-03-02T11:00 6 - 40")
                .row("1 2024-03-02T12:00 - 500 -")
                .of(DAY, ReportSettings.USUAL));
    assertThat(report.headline().of(FigureKind.DWELL_SECONDS)).isEqualTo(of(80 / 10.0 / 4));
    assertThat(report.headline().of(FigureKind.ATTENTION_SECONDS)).isEqualTo(of(60 / 10.0 / 10));
    assertThat(report.headline().of(FigureKind.ATTENTION_SHARE)).isEqualTo(of(20 / 80.0));
  }

  @Test
  void conversionComesFromPassersByAndWatchersFromViewers() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            viewers().row("1 2024-03-02T10:00 7 80 20").of(DAY, ReportSettings.USUAL, 1L),
            ots()
                .row("1 2024-03-02T10:00 100 8")
                .row("1 2024-03-02T11:00 50 -")
                .of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(7));
    assertThat(report.headline().of(FigureKind.OTS)).isEqualTo(of(150));
    assertThat(report.headline().of(FigureKind.CONVERSION)).isEqualTo(of(0.08));
    assertThat(report.main()).isEqualTo(CountKind.WATCHERS);
  }

  @Test
  void passersByGiveWatchersToo() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            ots().row("1 2024-03-02T10:00 100 8").of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.main()).isEqualTo(CountKind.WATCHERS);
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(8));
    assertThat(report.headline().figures()).doesNotContainKey(FigureKind.DWELL_SECONDS);
    assertThat(report.attention()).isEmpty();
    assertThat(report.people()).isEmpty();
  }

  @Test
  void passersByAreTheMainFigureWhereNobodyCountedWatchers() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            ots().row("1 2024-03-02T10:00 100 -").of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.main()).isEqualTo(CountKind.OTS);
    assertThat(report.headline().figures()).doesNotContainKey(FigureKind.WATCHERS);
    assertThat(report.headline().of(FigureKind.CONVERSION)).isEmpty();
  }

  @Test
  void placesAreRankedAndWhatIsCutOffIsTold() {
    ReportSettings top = new ReportSettings(PlaceLevel.LOCATION, CameraCombination.SUM, 1);
    AudienceReport report =
        report(
            DAY,
            top,
            ots()
                .row("9 2024-03-02T10:00 10 1")
                .row("12 2024-03-02T10:00 10 6")
                .row("12 2024-03-02T11:00 10 3")
                .row("30 2024-03-02T11:00 10 -")
                .of(DAY, top, 9L, 12L, 30L, 44L));
    PlaceFigures first = report.places().shown().get(0);
    assertThat(report.places().shown()).hasSize(1);
    assertThat(first.place().id()).isEqualTo("12");
    assertThat(first.share()).isEqualTo(of(0.9));
    assertThat(first.perMeasuredHour()).isEqualTo(of(4.5));
    assertThat(report.places().others()).isEqualTo(2);
    assertThat(report.places().othersTogether().of(CountKind.WATCHERS)).isEqualTo(of(1));
    assertThat(report.quality().missing()).extracting(PlaceName::id).containsExactly("44");
    assertThat(report.quality().places())
        .extracting(place -> place.place().id())
        .containsExactly("9", "12", "30", "44");
    assertThat(report.notes()).contains(ReportNote.TOP, ReportNote.SUM_OF_CAMERAS);
    assertThat(report.findings().leadingPlace()).map(PlaceName::id).contains("12");
  }

  @Test
  void theWeekIsTheMeanOfTheDatesThatWereMeasured() {
    ReportSpan span = days("2024-03-01", "2024-03-21");
    AudienceReport report =
        report(
            span,
            ReportSettings.USUAL,
            viewers()
                .row("1 2024-03-02T10:00 4 80 20")
                .row("2 2024-03-02T10:00 2 80 20")
                .row("1 2024-03-09T10:00 - - -")
                .row("1 2024-03-16T10:00 0 0 0")
                .row("1 2024-03-04T08:00 2 10 10")
                .of(span, ReportSettings.USUAL, 1L, 2L));
    HourFigures hours = report.hours().orElseThrow();
    assertThat(hours.week().get(DayOfWeek.SATURDAY).of(10)).isEqualTo(of(3));
    assertThat(hours.week().get(DayOfWeek.SUNDAY).of(10)).isEmpty();
    assertThat(report.findings().busiestHour()).contains(new WeekTime(DayOfWeek.SATURDAY, 10));
    assertThat(report.findings().quietestHour()).contains(new WeekTime(DayOfWeek.MONDAY, 8));
  }

  @Test
  void camerasOfASiteAreAddedOrAveragedDayByDay() {
    ReportSpan span = days("2024-03-01", "2024-03-02");
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false)
            .whole("watcher_count", "site_id")
            .text("location_label", "site_label")
            .row("1 2024-03-01T10:00 10 7 One Mall")
            .row("2 2024-03-01T10:00 20 7 Two Mall")
            .row("1 2024-03-01T11:00 30 7 One Mall")
            .row("1 2024-03-02T10:00 8 7 One Mall")
            .row("2 2024-03-02T10:00 - 7 Two Mall");
    AudienceReport added = report(span, SITES, table.of(span, SITES, 1L, 2L));
    assertThat(added.headline().of(FigureKind.WATCHERS)).isEqualTo(of(68));
    assertThat(added.places().shown()).hasSize(1);
    assertThat(added.places().shown().get(0).place())
        .isEqualTo(new PlaceName("7", Optional.of("Mall")));
    assertThat(added.notes()).contains(ReportNote.SITE_SUM);
    AudienceReport averaged = report(span, AVERAGE, table.of(span, AVERAGE, 1L, 2L));
    assertThat(averaged.headline().of(FigureKind.WATCHERS)).isEqualTo(of(60 / 2.0 + 8));
    assertThat(averaged.days().get(0).counts().of(CountKind.WATCHERS)).isEqualTo(of(30));
    assertThat(averaged.hours().orElseThrow().days().get(LocalDate.of(2024, 3, 1)).of(10))
        .isEqualTo(of(15));
    assertThat(averaged.hours().orElseThrow().days().get(LocalDate.of(2024, 3, 2)).of(10))
        .isEqualTo(of(8));
    assertThat(averaged.notes()).contains(ReportNote.SITE_AVERAGE);
  }

  @Test
  void finestRowsAreOneViewerEachAndHoursWithoutRowsAreUnknown() {
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.FINEST, false)
            .whole(
                "gender", "age", "dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec")
            .row("1 2024-03-02T10:00:05 1 3 40 10")
            .row("1 2024-03-02T10:00:05 1 3 20 10")
            .row("1 2024-03-02T23:59:59 2 - 900 450");
    AudienceReport report =
        report(DAY, ReportSettings.USUAL, table.of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(3));
    assertThat(report.headline().of(FigureKind.DWELL_SECONDS)).isEqualTo(of(960 / 10.0 / 3));
    assertThat(report.headline().of(FigureKind.COVERAGE)).isEmpty();
    assertThat(report.headline().of(FigureKind.MEASURED)).isEmpty();
    assertThat(report.notes()).contains(ReportNote.EXPECTED_UNKNOWN);
    var hours = report.hours().orElseThrow().days().get(LocalDate.of(2024, 3, 2));
    assertThat(hours.of(10)).isEqualTo(of(2));
    assertThat(hours.of(11)).isEmpty();
    assertThat(report.people().orElseThrow().groups())
        .extracting(group -> group.gender() + " " + group.age() + " " + group.watchers())
        .containsExactly("1 3 " + of(2), "2 0 " + of(1));
    assertThat(report.attention().orElseThrow().dwellTimes())
        .filteredOn(bucket -> bucket.viewers() > 0)
        .extracting(bucket -> bucket.fromSeconds() + " " + bucket.viewers())
        .containsExactly("2 2", "60 1");
  }

  @Test
  void aFinestRowIsAVehicleOrAPerson() {
    CountedTable table =
        new CountedTable(AudienceType.VEHICLES_FOOTFALL, TimeResolution.FINEST, false)
            .whole("type", "vehicle_presence_time", "footfall_presence_time")
            .row("1 2024-03-02T10:00 1 300 -")
            .row("1 2024-03-02T10:00 - - 50")
            .row("1 2024-03-02T10:00 - - 70")
            .row("1 2024-03-02T10:00 - - -");
    AudienceReport report = report(DAY, ReportSettings.USUAL, table.of(DAY, ReportSettings.USUAL));
    assertThat(report.headline().of(FigureKind.VEHICLES)).isEqualTo(of(1));
    assertThat(report.headline().of(FigureKind.FOOTFALL)).isEqualTo(of(2));
    assertThat(report.footfall().orElseThrow().get(0).seconds()).isEqualTo(of(6));
    assertThat(report.vehicles().orElseThrow().get(0).seconds()).isEqualTo(of(30));
  }

  @Test
  void partsOfHoursAreAddedAndPartsOfRequestsAreExpected() {
    ReportSpan span =
        new ReportSpan(
            LocalDateTime.parse("2024-03-02T10:15:00"), LocalDateTime.parse("2024-03-02T11:00:00"));
    CountedTable table =
        new CountedTable(AudienceType.FOOTFALL, TimeResolution.FIFTEEN_MINUTES, false)
            .decimal("footfall_impressions")
            .row("1 2024-03-02T10:15 1.5")
            .row("1 2024-03-02T10:30 2.25")
            .row("1 2024-03-02T11:00 1");
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL, 1L));
    assertThat(report.headline().of(FigureKind.FOOTFALL)).isEqualTo(of(4.75));
    assertThat(report.headline().of(FigureKind.EXPECTED)).isEqualTo(of(4));
    assertThat(report.headline().of(FigureKind.MEASURED)).isEqualTo(of(3));
    assertThat(report.hours().orElseThrow().days().get(LocalDate.of(2024, 3, 2)).of(10))
        .isEqualTo(of(3.75));
    assertThat(report.notes()).contains(ReportNote.PARTIAL_DAYS);
  }

  @Test
  void longerPeriodsAreLinesByThemselves() {
    ReportSpan span = days("2024-03-04", "2024-03-20");
    CountedTable table =
        new CountedTable(AudienceType.OTS, TimeResolution.SEVEN_DAYS, false)
            .whole("ots_count", "watcher_count")
            .row("1 2024-03-04T00:00 700 70")
            .row("1 2024-03-11T00:00 - -");
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL, 1L));
    assertThat(report.byPeriod()).isTrue();
    assertThat(report.hours()).isEmpty();
    assertThat(report.days())
        .extracting(DayFigures::date)
        .containsExactly(
            LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 11), LocalDate.of(2024, 3, 18));
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(70));
  }

  @Test
  void coverageOfManyPlacesAndDaysIsByMonth() {
    ReportSpan span = days("2024-01-15", "2024-12-31");
    CountedTable table = viewers();
    for (int place = 1; place <= 60; place++) {
      table.row(place + " 2024-02-29T00:00 1 10 10");
    }
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL, 1L, 2L));
    assertThat(report.quality().byMonth()).isTrue();
    assertThat(report.notes()).contains(ReportNote.BY_MONTH);
    assertThat(report.quality().columns())
        .hasSize(12)
        .startsWith(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 2, 1));
    PlaceQuality first = report.quality().places().get(0);
    assertThat(first.coverage().get(1).measured()).isEqualTo(OptionalLong.of(1));
    assertThat(first.coverage().get(1).expected()).isEqualTo(OptionalLong.of(29 * 24));
    assertThat(first.coverage().get(0).expected()).isEqualTo(OptionalLong.of(17 * 24));
    assertThat(report.days()).hasSize(352);
  }

  @Test
  void changesAreOfPlacesThatWereCoveredWellInBothSpans() {
    ReportSpan before = days("2024-03-01", "2024-03-01");
    CountedTable now = viewers();
    CountedTable then = viewers();
    for (int hour = 0; hour < 24; hour++) {
      String time = "T" + LocalTime.of(hour, 0);
      now.row("1 2024-03-02" + time + " 6 120 60");
      then.row("1 2024-03-01" + time + " 5 50 50");
      now.row("2 2024-03-02" + time + " 90 120 60");
      if (hour < 20) {
        now.row("3 2024-03-02" + time + " 3 30 30");
        then.row("3 2024-03-01" + time + " 3 30 30");
      }
    }
    then.row("2 2024-03-01T10:00 1 10 10");
    AudienceReport report =
        ReportReckoning.of(
            new ReportInput(
                DAY,
                List.of(now.of(DAY, ReportSettings.USUAL, 1L, 2L, 3L)),
                Optional.of(
                    new ReportInput.PastRows(
                        before, List.of(then.of(before, ReportSettings.USUAL, 1L, 2L, 3L)))),
                Map.of()),
            ReportSettings.USUAL);
    FigureChange watchers = report.headline().change(FigureKind.WATCHERS).orElseThrow();
    assertThat(watchers.compared()).isEqualTo(2);
    assertThat(watchers.before()).isEqualTo(24 * 5 + 20 * 3);
    assertThat(watchers.change()).isCloseTo(204.0 / 180 - 1, within(1e-12));
    FigureChange dwell = report.headline().change(FigureKind.DWELL_SECONDS).orElseThrow();
    assertThat(dwell.before()).isEqualTo((24 * 50 + 20 * 30) / 10.0 / 180);
  }

  @Test
  void withoutExpectationNothingIsCompared() {
    ReportSpan before = days("2024-03-01", "2024-03-01");
    AudienceReport report =
        ReportReckoning.of(
            new ReportInput(
                DAY,
                List.of(viewers().row("1 2024-03-02T10:00 4 8 2").of(DAY, ReportSettings.USUAL)),
                Optional.of(
                    new ReportInput.PastRows(
                        before,
                        List.of(
                            viewers()
                                .row("1 2024-03-01T10:00 4 8 2")
                                .of(before, ReportSettings.USUAL)))),
                Map.of()),
            ReportSettings.USUAL);
    assertThat(report.headline().changes()).isEmpty();
  }

  @Test
  void inputsThatTellOfTheSameTimeAreRefused() {
    AudienceCounter counter =
        new AudienceCounter(
            new RowShape(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false), DAY, false, false);
    viewers().row("1 2024-03-02T10:00 4 8 2").row("1 2024-03-02T12:00 4 8 2").countInto(counter);
    viewers().row("2 2024-03-02T10:00 4 8 2").row("1 2024-03-02T13:00 4 8 2").countInto(counter);
    CountedRows rows = viewers().of(counter, DAY);
    assertThat(report(DAY, ReportSettings.USUAL, rows).days()).hasSize(1);
    viewers().row("1 2024-03-02T11:00 4 8 2").countInto(counter);
    assertThat(report(DAY, ReportSettings.USUAL, rows).days()).hasSize(1);
    viewers().row("1 2024-03-02T12:00 4 8 2").countInto(counter);
    assertThatThrownBy(() -> report(DAY, ReportSettings.USUAL, rows))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("location 1")
        .hasMessageContaining("twice");
  }

  @Test
  void rowsOutsideTheSpanAndWithoutTimeAreCountedAsSuch() {
    CountedRows rows =
        viewers()
            .row("1 2024-03-02T10:00 4 8 2")
            .row("1 2024-03-03T10:00 4 8 2")
            .row("1 - 4 8 2")
            .of(DAY, ReportSettings.USUAL);
    AudienceReport report = report(DAY, ReportSettings.USUAL, rows);
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(4));
    assertThat(report.origins().get(0).rows()).isEqualTo(1);
    assertThat(report.origins().get(0).outside()).isEqualTo(1);
    assertThat(report.origins().get(0).untold()).isEqualTo(1);
  }

  @Test
  void nothingAtAllIsAReportToo() {
    AudienceReport report =
        report(DAY, ReportSettings.USUAL, viewers().of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.notes()).contains(ReportNote.NO_ROWS);
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEmpty();
    assertThat(report.headline().of(FigureKind.PLACES)).isEqualTo(of(0));
    assertThat(report.headline().of(FigureKind.COVERAGE)).isEqualTo(of(0));
    assertThat(report.quality().missing()).hasSize(1);
    assertThat(report.places().shown()).isEmpty();
  }

  @Test
  void theNameOfTheLastDayCounts() {
    ReportSpan span = days("2024-03-01", "2024-03-02");
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false)
            .whole("watcher_count")
            .text("location_label")
            .row("1 2024-03-02T10:00 1 New")
            .row("1 2024-03-01T10:00 1 Old")
            .row("1 2024-03-02T11:00 1 -");
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL));
    assertThat(report.places().shown().get(0).place().label()).contains("New");
  }

  @Test
  void aNumberBeyondAllCountsIsRefused() {
    CountedTable table =
        new CountedTable(AudienceType.FOOTFALL, TimeResolution.ONE_HOUR, false)
            .decimal("footfall_impressions")
            .row("1 2024-03-02T10:00 1e300");
    assertThatThrownBy(() -> table.of(DAY, ReportSettings.USUAL))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("1.0E300");
  }

  @Test
  void nobodyKnowsTheWeeksOfARequestThatBeginsWithinOne() {
    ReportSpan span = days("2024-03-06", "2024-03-20");
    CountedTable table =
        new CountedTable(AudienceType.OTS, TimeResolution.SEVEN_DAYS, false)
            .whole("ots_count", "watcher_count")
            .row("1 2024-03-06T00:00 700 70")
            .row("1 2024-03-13T00:00 100 10");
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL, 1L));
    assertThat(report.days()).hasSize(2);
    assertThat(report.headline().of(FigureKind.MEASURED)).isEqualTo(of(2));
    assertThat(report.headline().of(FigureKind.COVERAGE)).isEmpty();
    assertThat(report.notes()).contains(ReportNote.EXPECTED_UNKNOWN);
  }

  @Test
  void weeksBesideHoursShowNoDayOfTheirOwn() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            viewers().row("1 2024-03-02T10:00 7 80 20").of(DAY, ReportSettings.USUAL, 1L),
            new CountedTable(AudienceType.OTS, TimeResolution.SEVEN_DAYS, false)
                .whole("ots_count", "watcher_count")
                .row("1 2024-02-26T00:00 700 70")
                .of(DAY, ReportSettings.USUAL, 1L));
    assertThat(report.days()).hasSize(1);
    assertThat(report.hours().orElseThrow().days()).hasSize(1);
    assertThat(report.headline().of(FigureKind.OTS)).isEqualTo(of(700));
  }

  @Test
  void aCameraThatNobodyAskedForMakesUpForNoneThatIsMissing() {
    AudienceReport report =
        report(
            DAY,
            ReportSettings.USUAL,
            viewers()
                .row("1 2024-03-02T10:00 4 80 20")
                .row("7 2024-03-02T10:00 4 80 20")
                .of(DAY, ReportSettings.USUAL, 1L, 2L));
    assertThat(report.headline().of(FigureKind.MEASURED)).isEqualTo(of(1));
    assertThat(report.headline().of(FigureKind.EXPECTED)).isEqualTo(of(48));
    assertThat(report.days().get(0).coverage().measured()).isEqualTo(OptionalLong.of(1));
    assertThat(report.days().get(0).coverage().expected()).isEqualTo(OptionalLong.of(48));
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEqualTo(of(8));
  }

  @Test
  void aCountIsAveragedOverTheCamerasThatCountIt() {
    CountedTable table =
        new CountedTable(AudienceType.VEHICLES_FOOTFALL, TimeResolution.ONE_DAY, false)
            .whole("site_id", "vehicle_count")
            .decimal("footfall_impressions")
            .row("1 2024-03-02T00:00 5 100 -")
            .row("2 2024-03-02T00:00 5 - 40");
    AudienceReport report = report(DAY, AVERAGE, table.of(DAY, AVERAGE, 1L, 2L));
    assertThat(report.headline().of(FigureKind.VEHICLES)).isEqualTo(of(100));
    assertThat(report.headline().of(FigureKind.FOOTFALL)).isEqualTo(of(40));
    assertThat(report.notes()).doesNotContain(ReportNote.SUM_OF_CAMERAS);
  }

  @Test
  void aRowWithoutAVehicleIsNone() {
    CountedTable table =
        new CountedTable(AudienceType.VEHICLES_FOOTFALL, TimeResolution.FINEST, false)
            .whole("footfall_presence_time")
            .row("1 2024-03-02T10:00 50");
    AudienceReport report = report(DAY, ReportSettings.USUAL, table.of(DAY, ReportSettings.USUAL));
    assertThat(report.headline().of(FigureKind.FOOTFALL)).isEqualTo(of(1));
    assertThat(report.vehicles()).isEmpty();
  }

  @Test
  void aRowWithoutNamesTakesNoneAway() {
    ReportSpan span = days("2024-03-01", "2024-03-02");
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false)
            .whole("watcher_count")
            .text("location_label")
            .row("1 2024-03-02T10:00 1 -")
            .row("1 2024-03-01T10:00 1 Alpha");
    AudienceReport report =
        report(span, ReportSettings.USUAL, table.of(span, ReportSettings.USUAL));
    assertThat(report.places().shown().get(0).place().label()).contains("Alpha");
  }

  @Test
  void aCameraOfAnUnknownSiteIsToldByItself() {
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, false)
            .whole("watcher_count", "site_id")
            .row("1 2024-03-02T10:00 1 5");
    AudienceReport report = report(DAY, SITES, table.of(DAY, SITES, 1L, 99L));
    assertThat(report.quality().missing()).extracting(PlaceName::id).containsExactly("location 99");
  }
}

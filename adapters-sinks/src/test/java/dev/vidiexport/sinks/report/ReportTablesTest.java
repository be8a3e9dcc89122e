package dev.vidiexport.sinks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.PlaceFigures;
import java.time.DayOfWeek;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
  private static final AudienceReport WEEK = SampleReports.week();
  private static final ReportTables TABLES = ReportTables.of(WEEK);

  @Test
  void areThoseOfTheSectionsInTheirOrder() {
    assertThat(TABLES.tables().stream().map(ReportTable::word))
        .containsExactly(
            "days",
            "hours",
            "week",
            "places",
            "trends",
            "people",
            "people-dayparts",
            "attention",
            "attention-dayparts",
            "attention-ages",
            "vehicles",
            "footfall",
            "quality",
            "missing");
  }

  @Test
  void lackWhatTheReportLacks() {
    assertThat(ReportTables.of(SampleReports.nothing()).tables().stream().map(ReportTable::word))
        .containsExactly("days", "places", "quality", "missing");
    assertThat(ReportTables.of(SampleReports.finest()).find("dwell-times")).isPresent();
  }

  @Test
  void haveTheColumnsOfTheContract() {
    assertThat(columns("days"))
        .containsExactly(
            "date",
            "watchers",
            "ots",
            "footfall",
            "vehicles",
            "conversion",
            "measured",
            "expected",
            "attention_seconds");
    List<String> hours = IntStream.range(0, 24).mapToObj(Integer::toString).toList();
    assertThat(columns("hours"))
        .containsExactlyElementsOf(Stream.concat(Stream.of("date"), hours.stream()).toList());
    assertThat(columns("week"))
        .containsExactlyElementsOf(Stream.concat(Stream.of("weekday"), hours.stream()).toList());
    assertThat(columns("places"))
        .containsExactly(
            "place",
            "watchers",
            "ots",
            "footfall",
            "vehicles",
            "share",
            "conversion",
            "measured",
            "expected",
            "coverage",
            "label",
            "per_measured_hour");
    assertThat(columns("people")).containsExactly("gender", "age", "watchers", "share");
    assertThat(columns("attention"))
        .containsExactly("place", "dwell_seconds", "attention_seconds", "attention_share", "label");
    assertThat(columns("vehicles")).containsExactly("place", "count", "seconds", "label");
    assertThat(columns("footfall")).containsExactly("place", "count", "seconds", "label");
    assertThat(columns("quality"))
        .startsWith("place", "2026-03-01", "2026-03-02")
        .endsWith("2026-03-07", "label");
    assertThat(columns("missing")).containsExactly("place", "label");
  }

  @Test
  void nameMonthsWhereCoverageIsByMonth() {
    ReportTable quality = ReportTables.of(SampleReports.year()).find("quality").orElseThrow();

    assertThat(words(quality)).startsWith("place", "2025-01", "2025-02").endsWith("label");
  }

  @Test
  void haveNoConversionWhereNobodyPassedBy() {
    ReportTables tables = ReportTables.of(SampleReports.periods());

    assertThat(words(tables.find("days").orElseThrow())).doesNotContain("conversion", "ots");
    assertThat(words(tables.find("places").orElseThrow())).doesNotContain("conversion", "ots");
  }

  @Test
  void sayOfDaysWhatTheReportSays() {
    List<List<TableCell>> rows = TABLES.find("days").orElseThrow().rows();

    assertThat(rows).hasSameSizeAs(WEEK.days());
    for (int at = 0; at < rows.size(); at++) {
      DayFigures day = WEEK.days().get(at);
      assertThat(rows.get(at))
          .containsExactly(
              TableCell.of(day.date().toString()),
              TableCell.of(day.counts().of(CountKind.WATCHERS)),
              TableCell.of(day.counts().of(CountKind.OTS)),
              TableCell.of(day.counts().of(CountKind.FOOTFALL)),
              TableCell.of(day.counts().of(CountKind.VEHICLES)),
              TableCell.of(day.conversion()),
              TableCell.of(day.coverage().measured()),
              TableCell.of(day.coverage().expected()),
              TableCell.of(day.attentionSeconds()));
    }
  }

  @Test
  void sayOfPlacesWhatTheReportSays() {
    List<List<TableCell>> rows = TABLES.find("places").orElseThrow().rows();

    assertThat(rows).hasSameSizeAs(WEEK.places().shown());
    for (int at = 0; at < rows.size(); at++) {
      PlaceFigures place = WEEK.places().shown().get(at);
      assertThat(rows.get(at))
          .startsWith(
              TableCell.of(place.place().id()), TableCell.of(place.counts().of(CountKind.WATCHERS)))
          .endsWith(
              TableCell.of(place.coverage().share()),
              TableCell.of(place.place().label()),
              TableCell.of(place.perMeasuredHour()));
    }
  }

  @Test
  void leaveAnHourThatNobodyMeasuredEmpty() {
    List<List<TableCell>> rows = TABLES.find("hours").orElseThrow().rows();
    List<OptionalDouble> values =
        WEEK.hours().orElseThrow().days().values().stream()
            .flatMap(day -> day.values().stream())
            .toList();

    assertThat(values).contains(OptionalDouble.empty());
    assertThat(rows.stream().flatMap(row -> row.stream().skip(1)))
        .containsExactlyElementsOf(values.stream().map(TableCell::of).toList());
  }

  @Test
  void countWeekdaysFromMonday() {
    List<List<TableCell>> rows = TABLES.find("week").orElseThrow().rows();

    assertThat(rows.stream().map(row -> row.get(0).raw()))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(rows.get(5).get(18))
        .isEqualTo(TableCell.of(WEEK.hours().orElseThrow().week().get(DayOfWeek.SATURDAY).of(17)));
  }

  @Test
  void tellEachFigureAndEachChangeOnce() {
    List<String> figures = TABLES.summary().rows().stream().map(row -> row.get(0).raw()).toList();

    assertThat(figures)
        .doesNotHaveDuplicates()
        .contains("watchers", "coverage", "watchers_before", "watchers_change")
        .contains("watchers_compared");
  }

  @Test
  void aRowWithoutACellForEachColumnIsRefused() {
    TableBuilder table = new TableBuilder("days").place().label();
    table.row().cell(TableCell.MISSING);

    assertThatThrownBy(table::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of days must have 2 cells, but had 1");
  }

  private static List<String> columns(String word) {
    return words(TABLES.find(word).orElseThrow());
  }

  private static List<String> words(ReportTable table) {
    return table.columns().stream().map(TableColumn::word).toList();
  }
}

package dev.vidiexport.domain.audience;

import static dev.vidiexport.domain.audience.CountedTable.days;
import static dev.vidiexport.domain.audience.CountedTable.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReportOrderTest {
  private static final ReportSpan WEEK = days("2024-02-26", "2024-03-03");

  private static CountedTable grouped(Random random) {
    CountedTable table =
        new CountedTable(AudienceType.VIEWERS, TimeResolution.FIFTEEN_MINUTES, true)
            .whole("site_id", "gender", "age")
            .decimal("watcher_count")
            .whole("dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec")
            .text("location_label", "site_label");
    int rows = random.nextInt(200);
    for (int row = 0; row < rows; row++) {
      int location = 1 + random.nextInt(5);
      table.row(
          "%s %s %s %s %s %s %s %s %s %s"
              .formatted(
                  location,
                  LocalDateTime.of(2024, 2, 26, random.nextInt(24), 15 * random.nextInt(4))
                      .plusDays(random.nextInt(5)),
                  location % 2,
                  random.nextInt(3),
                  random.nextInt(5),
                  maybe(random, Double.toString(random.nextInt(1000) / 7.0)),
                  maybe(random, Integer.toString(random.nextInt(1000))),
                  maybe(random, Integer.toString(random.nextInt(1000))),
                  maybe(random, "Screen" + random.nextInt(3)),
                  maybe(random, "Site" + random.nextInt(3))));
    }
    return table;
  }

  private static String maybe(Random random, String value) {
    return random.nextInt(5) == 0 ? "-" : value;
  }

  private static ReportSettings settings(Random random) {
    int top = 1 + random.nextInt(6);
    return switch (random.nextInt(3)) {
      case 0 -> new ReportSettings(PlaceLevel.LOCATION, CameraCombination.SUM, top);
      case 1 -> new ReportSettings(PlaceLevel.SITE, CameraCombination.SUM, top);
      default -> new ReportSettings(PlaceLevel.SITE, CameraCombination.AVERAGE, top);
    };
  }

  @Test
  void theSameRowsInAnyOrderAndSplitGiveTheSameReport() {
    Property.holds(
        300,
        random -> {
          CountedTable table = grouped(random);
          ReportSettings settings = settings(random);
          AudienceReport one =
              report(WEEK, settings, table.of(table.counted(WEEK, settings), WEEK, 1L, 2L, 9L));
          AudienceReport other =
              report(
                  WEEK,
                  settings,
                  table.of(table.shuffled(WEEK, settings, random), WEEK, 9L, 1L, 2L));
          assertThat(other).isEqualTo(one);
        });
  }

  /** Reckoned once more, in the simplest way. */
  @Test
  void theFiguresAreThoseOfTheRows() {
    Property.holds(
        200,
        random -> {
          CountedTable table = grouped(random);
          ReportSettings settings =
              new ReportSettings(PlaceLevel.LOCATION, CameraCombination.SUM, 100);
          AudienceReport report = report(WEEK, settings, table.of(WEEK, settings, 1L));
          assertNear(
              report.headline().of(FigureKind.WATCHERS),
              sums(table.rows(), row -> "all").getOrDefault("all", null));
          Map<String, Double> byDay = sums(table.rows(), row -> row.get(1).substring(0, 10));
          for (DayFigures day : report.days()) {
            assertNear(day.counts().of(CountKind.WATCHERS), byDay.get(day.date().toString()));
          }
          Map<String, Double> byPlace = sums(table.rows(), row -> row.get(0));
          report
              .places()
              .shown()
              .forEach(
                  place ->
                      assertNear(
                          place.counts().of(CountKind.WATCHERS), byPlace.get(place.place().id())));
          Map<String, Double> byHour = sums(table.rows(), row -> row.get(1).substring(0, 13));
          report
              .hours()
              .orElseThrow()
              .days()
              .forEach(
                  (date, hours) -> {
                    for (int hour = 0; hour < 24; hour++) {
                      assertNear(
                          hours.of(hour),
                          byHour.get(date.atTime(hour, 0).toString().substring(0, 13)));
                    }
                  });
          Map<String, Double> byGroup = sums(table.rows(), row -> row.get(3) + " " + row.get(4));
          report
              .people()
              .ifPresent(
                  people ->
                      people
                          .groups()
                          .forEach(
                              group ->
                                  assertNear(
                                      group.watchers(),
                                      byGroup.get(group.gender() + " " + group.age()))));
        });
  }

  private static Map<String, Double> sums(
      List<List<String>> rows, Function<List<String>, String> key) {
    Map<String, Double> sums = new TreeMap<>();
    for (List<String> row : rows) {
      if (!row.get(5).equals("-")) {
        sums.merge(key.apply(row), Double.parseDouble(row.get(5)), Double::sum);
      }
    }
    return sums;
  }

  private static void assertNear(OptionalDouble actual, Double expected) {
    if (expected == null) {
      assertThat(actual).isEmpty();
    } else {
      assertThat(actual.orElseThrow())
          .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9 * (1 + expected)));
    }
  }
}

package dev.vidiexport.domain.reporting;

import static dev.vidiexport.domain.reporting.ReportedHistory.all;
import static dev.vidiexport.domain.reporting.ReportedHistory.both;
import static dev.vidiexport.domain.reporting.ReportedHistory.comparing;
import static dev.vidiexport.domain.reporting.ReportedHistory.export;
import static dev.vidiexport.domain.reporting.ReportedHistory.from;
import static dev.vidiexport.domain.reporting.ReportedHistory.hours;
import static dev.vidiexport.domain.reporting.ReportedHistory.location;
import static dev.vidiexport.domain.reporting.ReportedHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.status.CoverageFigures;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.status.PlaceStatus;
import dev.vidiexport.domain.status.StatusReview;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The coverage of a report is that which {@code status} tells of the same windows. */
class HistoryCoverageTest {
  private final ReportedHistory history = new ReportedHistory();

  private void agrees(HistoryExport export, String asOf, ReportDays days) {
    AudienceReport report = history.report(asOf, days, export);
    ExportStatus status =
        StatusReview.of(
                history.ledger,
                List.of(export),
                new PlanSettings(
                    Instant.parse(asOf), days.start(), days.end(), PlanOrder.NEWEST_FIRST, false),
                DataCatalogue.documented())
            .exports()
            .get(0);
    List<PlaceStatus> places = status.places();
    assertThat(places).isNotEmpty();
    for (PlaceStatus place : places) {
      assertThat(coverage(report, place.id()))
          .as("coverage of %s", place.id())
          .isEqualTo(coverage(place.figures()));
    }
    assertThat(report.quality().places()).hasSameSizeAs(places);
    assertThat(report.headline().of(FigureKind.MEASURED))
        .isEqualTo(toDouble(status.coverage().measured()));
    assertThat(report.headline().of(FigureKind.EXPECTED))
        .isEqualTo(toDouble(status.coverage().expected()));
  }

  private static OptionalDouble toDouble(OptionalLong number) {
    return OptionalDouble.of(number.orElseThrow());
  }

  private static Coverage coverage(CoverageFigures figures) {
    return new Coverage(figures.measured(), figures.expected());
  }

  private static Coverage coverage(AudienceReport report, long location) {
    PlaceQuality quality =
        report.quality().places().stream()
            .filter(place -> place.place().id().equals(Long.toString(location)))
            .findFirst()
            .orElseThrow();
    long measured = 0;
    long expected = 0;
    for (Coverage cell : quality.coverage()) {
      measured += cell.measured().orElseThrow();
      expected += cell.expected().orElseThrow();
    }
    return new Coverage(OptionalLong.of(measured), OptionalLong.of(expected));
  }

  @Test
  void isThatOfStatusWithHolesAndPlaceholders() {
    HistoryExport export = export("viewers", "viewers", "2024-03-01", Optional.empty(), 7, 8, 9);
    List<List<@Nullable Double>> withPlaceholders = new ArrayList<>(hours(8, "2024-03-02", 5, 3));
    withPlaceholders.add(row(8, "2024-03-02T05:00", null, null));
    withPlaceholders.add(row(8, "2024-03-02T06:00", 0.0, null));
    history.publish(export, "2024-03-01", hours(7, "2024-03-01", 24, 2));
    history.publish(export, "2024-03-02", both(hours(7, "2024-03-02", 20, 2), withPlaceholders));
    history.publish(export, "2024-03-04", hours(7, "2024-03-04", 24, 2));

    agrees(export, "2024-03-06T00:00:00Z", all());
    agrees(export, "2024-03-06T00:00:00Z", from("2024-03-02", "2024-03-03"));
    assertThat(
            history
                .report("2024-03-06T00:00:00Z", all(), export)
                .headline()
                .of(FigureKind.MEASURED))
        .hasValue(24 + 20 + 6 + 24);
  }

  @Test
  void isThatOfStatusForCamerasThatCameLater() {
    HistoryExport export = export("viewers", "viewers", "2024-03-01", Optional.empty());
    history.seeTopology(
        "2024-03-01T12:00:00Z",
        location(7, 70, "Old"),
        location(8, 70, "New", "2024-03-02T12:00:00"));
    history.publish(export, "2024-03-01", hours(7, "2024-03-01", 24, 2));
    history.publish(
        export,
        "2024-03-02",
        both(
            hours(7, "2024-03-02", 24, 2),
            List.of(row(8, "2024-03-02T13:00", 1.0, null), row(8, "2024-03-02T14:00", 1.0, null))));

    agrees(export, "2024-03-04T02:00:00Z", all());
  }

  @Test
  void isThatOfStatusWhereClocksGoForward() {
    HistoryExport export =
        export("viewers", "viewers", "2024-03-30", Optional.empty(), ZoneId.of("Europe/Berlin"), 7);
    history.publish(export, "2024-03-30", hours(7, "2024-03-30", 24, 2));
    List<List<@Nullable Double>> shorter = new ArrayList<>(hours(7, "2024-03-31", 24, 2));
    shorter.remove(2);
    history.publish(export, "2024-03-31", shorter);

    agrees(export, "2024-04-01T12:00:00Z", all());
    assertThat(
            history
                .report("2024-04-01T12:00:00Z", all(), export)
                .headline()
                .of(FigureKind.COVERAGE))
        .hasValue(1);
  }

  @Test
  void isThatOfStatusWhereClocksGoBack() {
    HistoryExport export =
        export("viewers", "viewers", "2024-10-26", Optional.empty(), ZoneId.of("Europe/Berlin"), 7);
    history.publish(export, "2024-10-26", hours(7, "2024-10-26", 24, 2));
    history.publish(export, "2024-10-27", hours(7, "2024-10-27", 24, 2));

    agrees(export, "2024-10-28T12:00:00Z", all());
    assertThat(
            history
                .report("2024-10-28T12:00:00Z", all(), export)
                .headline()
                .of(FigureKind.COVERAGE))
        .hasValue(1);
  }

  @Test
  void nothingIsExpectedBeforeTheFirstWindowOfTheExport() {
    HistoryExport viewers = export("viewers", "viewers", "2024-03-03", Optional.empty(), 7);
    HistoryExport vehicles = export("vehicles", "vehicles", "2024-03-01", Optional.empty(), 7);
    history.publish(viewers, "2024-03-03", hours(7, "2024-03-03", 24, 2));

    AudienceReport report = history.report("2024-03-04T00:00:00Z", all(), viewers, vehicles);

    assertThat(report.span().firstDay()).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(report.headline().of(FigureKind.EXPECTED)).hasValue(24);
    assertThat(report.headline().of(FigureKind.COVERAGE)).hasValue(1);
  }

  @Test
  void placesThatBeganWithinTheEarlierSpanAreComparedByWhatWasExpectedOfThem() {
    HistoryExport viewers = export("viewers", "viewers", "2024-03-03", Optional.empty(), 7);
    history.publish(viewers, "2024-03-03", hours(7, "2024-03-03", 24, 2));
    history.publish(viewers, "2024-03-04", hours(7, "2024-03-04", 24, 3));
    history.publish(viewers, "2024-03-05", hours(7, "2024-03-05", 24, 3));

    AudienceReport report =
        history.report(
            "2024-03-06T00:00:00Z",
            comparing(from("2024-03-04", "2024-03-05"), Comparison.PREVIOUS),
            viewers);

    // Of the two days before, the history has one, and all of it.
    assertThat(report.headline().change(FigureKind.WATCHERS).orElseThrow().change()).isEqualTo(0.5);
  }

  @Test
  void whatWasAskedForAndDidNotComeIsNamed() {
    HistoryExport export = export("viewers", "viewers", "2024-03-01", Optional.empty());
    history.seeTopology("2024-03-01T12:00:00Z", location(7, 70, "Here"), location(8, 70, "Away"));
    history.publish(export, "2024-03-01", hours(7, "2024-03-01", 24, 2));

    AudienceReport report = history.report("2024-03-02T02:00:00Z", all(), export);

    assertThat(report.quality().missing()).containsExactly(new PlaceName("8", Optional.of("Away")));
    assertThat(report.headline().of(FigureKind.COVERAGE)).hasValue(0.5);
  }

  @Test
  void whereNobodyKnowsThePlacesNothingIsExpected() {
    HistoryExport export = export("viewers", "viewers", "2024-03-01", Optional.empty());
    history.publish(export, "2024-03-01", hours(7, "2024-03-01", 24, 2));

    AudienceReport report = history.report("2024-03-03T00:00:00Z", all(), export);

    assertThat(report.headline().of(FigureKind.EXPECTED)).isEmpty();
    assertThat(report.headline().of(FigureKind.COVERAGE)).isEmpty();
    assertThat(report.headline().of(FigureKind.MEASURED)).hasValue(24);
    assertThat(report.span().lastDay()).isEqualTo(LocalDate.of(2024, 3, 2));
  }
}

package dev.vidiexport.domain.reporting;

import static dev.vidiexport.domain.reporting.ReportedHistory.all;
import static dev.vidiexport.domain.reporting.ReportedHistory.both;
import static dev.vidiexport.domain.reporting.ReportedHistory.comparing;
import static dev.vidiexport.domain.reporting.ReportedHistory.export;
import static dev.vidiexport.domain.reporting.ReportedHistory.from;
import static dev.vidiexport.domain.reporting.ReportedHistory.hours;
import static dev.vidiexport.domain.reporting.ReportedHistory.last;
import static dev.vidiexport.domain.reporting.ReportedHistory.location;
import static dev.vidiexport.domain.reporting.ReportedHistory.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.extract.FakeListedSlices;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hourly viewers of two cameras in UTC, from 2024-03-01 on. */
class ReportOfHistoryTest {
  private static final HistoryExport VIEWERS =
      export("viewers", "viewers", "2024-03-01", Optional.empty(), 7, 8);
  private static final HistoryExport OTS =
      export("ots", "ots", "2024-03-03", Optional.empty(), 7, 8);

  private final ReportedHistory history = new ReportedHistory();

  @AfterEach
  void leavesNoFileOpen() {
    assertThat(history.files.open()).isZero();
  }

  private static ReportSpan days(String first, String last) {
    return ReportSpan.ofDays(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static double of(AudienceReport report, FigureKind kind) {
    return report.headline().of(kind).orElseThrow();
  }

  private static void refuses(FailureReason reason, String message, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ExportException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  @Test
  void isOfAllDaysThatAreOver() {
    history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2));
    history.publish(VIEWERS, "2024-03-02", hours(7, "2024-03-02", 24, 3));

    AudienceReport report = history.report("2024-03-03T10:00:00Z", all(), VIEWERS);

    assertThat(report.span()).isEqualTo(days("2024-03-01", "2024-03-02"));
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(24 * 5);
    assertThat(of(report, FigureKind.MEASURED)).isEqualTo(48);
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(96);
    assertThat(report.quality().missing()).containsExactly(new PlaceName("8", Optional.empty()));
  }

  @Test
  void windowsThatAreMissingAreGapsAndDoNotMoveTheSpan() {
    history.publish(
        VIEWERS, "2024-03-02", both(hours(7, "2024-03-02", 24, 2), hours(8, "2024-03-02", 24, 1)));

    AudienceReport report = history.report("2024-03-05T00:00:00Z", last("3d"), VIEWERS);

    assertThat(report.span()).isEqualTo(days("2024-03-02", "2024-03-04"));
    assertThat(report.days())
        .extracting(DayFigures::date, day -> day.counts().of(CountKind.WATCHERS))
        .containsExactly(
            tuple(LocalDate.of(2024, 3, 2), OptionalDouble.of(72)),
            tuple(LocalDate.of(2024, 3, 3), OptionalDouble.empty()),
            tuple(LocalDate.of(2024, 3, 4), OptionalDouble.empty()));
    assertThat(of(report, FigureKind.COVERAGE)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(144);
    assertThat(report.quality().missing()).isEmpty();
  }

  @Test
  void theLastDaysEndWithTheLastWindowThatIsOver() {
    assertThat(history.report("2024-03-20T00:00:00Z", last("7d"), VIEWERS).span())
        .isEqualTo(days("2024-03-13", "2024-03-19"));
    assertThat(history.report("2024-03-19T23:59:59Z", last("7d"), VIEWERS).span())
        .isEqualTo(days("2024-03-12", "2024-03-18"));
    assertThat(history.report("2024-04-12T12:00:00Z", last("1M"), VIEWERS).span())
        .isEqualTo(days("2024-03-01", "2024-03-31"));
    assertThat(history.report("2024-04-01T00:00:00Z", last("1M"), VIEWERS).span())
        .isEqualTo(days("2024-03-01", "2024-03-31"));
  }

  @Test
  void theLastDaysOfSeveralExportsEndWhereAllAreOver() {
    HistoryExport ended = export("ots", "ots", "2024-03-03", Optional.of("2024-03-10"), 7);

    assertThat(history.report("2024-03-20T00:00:00Z", last("7d"), VIEWERS, ended).span())
        .isEqualTo(days("2024-03-04", "2024-03-10"));
  }

  @Test
  void noDayBeforeTheHistoryIsReportedOf() {
    assertThat(history.report("2024-03-04T00:00:00Z", last("7d"), VIEWERS).span())
        .isEqualTo(days("2024-03-01", "2024-03-03"));
    assertThat(
            history
                .report("2024-03-04T00:00:00Z", from("2024-01-01", "2024-12-31"), VIEWERS)
                .span())
        .isEqualTo(days("2024-03-01", "2024-03-03"));
  }

  @Test
  void daysThatTheHistoryDoesNotHaveAreRefused() {
    String message =
        "The history has no such days: its windows that are over are from 2024-03-01 to 2024-03-03.";
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        message,
        () -> history.report("2024-03-04T00:00:00Z", from("2024-03-04", "2024-03-09"), VIEWERS));
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        message,
        () -> history.report("2024-03-04T00:00:00Z", from("2024-02-01", "2024-02-29"), VIEWERS));
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        message,
        () -> history.report("2024-03-04T00:00:00Z", last("1M"), VIEWERS));
  }

  @Test
  void anEndBeforeTheHistoryIsRefusedWithoutAStart() {
    ReportDays until =
        new ReportDays(
            Optional.empty(),
            Optional.of(LocalDate.of(2024, 2, 20)),
            Optional.empty(),
            Optional.empty());

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The history has no such days: its windows that are over are from 2024-03-01 to 2024-03-03.",
        () -> history.report("2024-03-04T00:00:00Z", until, VIEWERS));
  }

  @Test
  void aStartAfterTheHistoryIsRefusedWithoutAnEnd() {
    ReportDays since =
        new ReportDays(
            Optional.of(LocalDate.of(2024, 3, 9)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The history has no such days: its windows that are over are from 2024-03-01 to 2024-03-03.",
        () -> history.report("2024-03-04T00:00:00Z", since, VIEWERS));
  }

  @Test
  void aHistoryOfWhichNothingIsOverIsRefused() {
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "No window of the export viewers is over yet.",
        () -> history.report("2024-03-01T23:59:59Z", all(), VIEWERS));
  }

  @Test
  void aHistoryWithoutFilesIsAReportOfGaps() {
    AudienceReport report = history.report("2024-03-04T00:00:00Z", all(), VIEWERS);

    assertThat(report.has(ReportNote.NO_ROWS)).isTrue();
    assertThat(report.headline().of(FigureKind.WATCHERS)).isEmpty();
    assertThat(of(report, FigureKind.MEASURED)).isZero();
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(144);
    assertThat(report.days()).hasSize(3);
    assertThat(report.quality().missing()).extracting(PlaceName::id).containsExactly("7", "8");
  }

  @Test
  void twoExportsOfOneTypeAreRefused() {
    HistoryExport other = export("more_viewers", "viewers", "2024-03-01", Optional.empty(), 9);

    refuses(
        FailureReason.REPORT_COUNTS_TWICE,
        "The exports viewers and more_viewers are both of viewers, and would count twice.",
        () -> history.report("2024-03-04T00:00:00Z", all(), VIEWERS, other));
  }

  @Test
  void aTypeWithoutReportsIsRefused() {
    HistoryExport gates = export("gates", "gate", "2024-03-01", Optional.empty(), 7);

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "There is no report of gate, of which the export gates is. There are reports of viewers,"
            + " ots, footfall, vehicles, vehicles_footfall.",
        () -> history.report("2024-03-04T00:00:00Z", all(), VIEWERS, gates));
  }

  @Test
  void watchersComeFromViewersAndConversionFromOts() {
    history.publish(VIEWERS, "2024-03-03", List.of(row(7, "2024-03-03T10:00", 5.0, null)));
    history.publish(OTS, "2024-03-03", List.of(row(7, "2024-03-03T10:00", 4.0, 10.0)));

    AudienceReport report =
        history.report("2024-03-04T00:00:00Z", from("2024-03-03", "2024-03-03"), VIEWERS, OTS);

    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(5);
    assertThat(of(report, FigureKind.OTS)).isEqualTo(10);
    assertThat(of(report, FigureKind.CONVERSION)).isEqualTo(0.4);
    assertThat(report.origins())
        .extracting(origin -> origin.arguments().get("data_type"))
        .containsExactly("viewers", "ots");
  }

  @Test
  void saysWhatWouldHaveBeenAskedForAndWhenItWasBuilt() {
    history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2));
    history.publish(VIEWERS, "2024-03-02", hours(7, "2024-03-02", 24, 2));

    AudienceReport both = history.report("2024-03-03T00:00:00Z", all(), VIEWERS);
    AudienceReport one = history.report("2024-03-03T00:00:00Z", last("1d"), VIEWERS);

    assertThat(both.origins().get(0).arguments())
        .containsExactly(
            entry("locations", "7,8"),
            entry("data_type", "viewers"),
            entry("start", "2024-03-01T00:00:00"),
            entry("end", "2024-03-02T23:59:59"),
            entry("time_resolution", "1h"));
    assertThat(both.origins().get(0).creationDate())
        .contains("build of 2024-03-01 – build of 2024-03-02");
    assertThat(both.origins().get(0).rows()).isEqualTo(48);
    assertThat(one.origins().get(0).creationDate()).contains("build of 2024-03-02");
  }

  @Test
  void aComparisonReadsTheWindowsBefore() {
    for (int day = 1; day <= 4; day++) {
      String date = "2024-03-0" + day;
      history.publish(
          VIEWERS,
          date,
          both(hours(7, date, 24, day <= 2 ? 2 : 3), hours(8, date, day <= 2 ? 10 : 24, 9)));
    }

    AudienceReport report =
        history.report("2024-03-05T00:00:00Z", comparing(last("2d"), Comparison.PREVIOUS), VIEWERS);

    assertThat(report.comparedSpan()).contains(days("2024-03-01", "2024-03-02"));
    // Camera 8 was not covered well in the past, and is not compared.
    assertThat(report.headline().change(FigureKind.WATCHERS))
        .contains(new FigureChange(96, 0.5, 1));
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(48 * 3 + 48 * 9);
    assertThat(history.files.opened()).isEqualTo(4 + 4);
  }

  @Test
  void nothingIsComparedWithDaysBeforeTheHistory() {
    history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2));

    AudienceReport report =
        history.report("2024-03-02T00:00:00Z", comparing(all(), Comparison.YEAR), VIEWERS);

    assertThat(report.comparedSpan()).contains(days("2023-03-03", "2023-03-03"));
    assertThat(report.headline().changes()).isEmpty();
  }

  @Test
  void onlyTheFilesOfTheDaysThatAreListedAreRead() {
    history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2));
    history.publish(VIEWERS, "2024-03-02", hours(7, "2024-03-02", 24, 2));
    history.publish(VIEWERS, "2024-03-03", hours(7, "2024-03-03", 24, 2));
    int published = history.files.opened();
    // It lies where it would, but no ledger lists it.
    history.files.put(
        ReportedHistory.key(VIEWERS, "2024-03-04").file("memory"),
        new FakeListedSlices.Content("other", List.of(), List.of()));

    AudienceReport report =
        history.report("2024-03-05T00:00:00Z", from("2024-03-02", "2024-03-04"), VIEWERS);

    assertThat(history.files.opened() - published).isEqualTo(2);
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(96);
  }

  @Test
  void aListedFileThatIsGoneOrAnotherIsRefused() {
    String path =
        history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2)).file("memory");
    String message =
        "The file %s of the history is gone, or not as the ledger lists it.".formatted(path);
    history.files.put(path, new FakeListedSlices.Content("other", List.of(), List.of()));

    refuses(
        FailureReason.HISTORY_FILE_CHANGED,
        message,
        () -> history.report("2024-03-02T00:00:00Z", all(), VIEWERS));

    history.files.remove(path);

    refuses(
        FailureReason.HISTORY_FILE_CHANGED,
        message,
        () -> history.report("2024-03-02T00:00:00Z", all(), VIEWERS));
  }

  @Test
  void namesAreThoseOfTheEndOfTheSpan() {
    history.seeTopology("2024-03-01T12:00:00Z", location(7, 70, "Old"), location(8, 70, "Eight"));
    history.seeTopology("2024-03-03T12:00:00Z", location(7, 71, "New"), location(8, 70, "Eight"));
    history.publish(VIEWERS, "2024-03-02", hours(7, "2024-03-02", 24, 2));
    history.publish(VIEWERS, "2024-03-03", hours(7, "2024-03-03", 24, 2));

    assertThat(names("2024-03-02", PlaceLevel.LOCATION))
        .containsExactly(new PlaceName("7", Optional.of("Old")));
    assertThat(names("2024-03-03", PlaceLevel.LOCATION))
        .containsExactly(new PlaceName("7", Optional.of("New")));
    assertThat(names("2024-03-02", PlaceLevel.SITE))
        .containsExactly(new PlaceName("70", Optional.of("Site 70")));
    assertThat(names("2024-03-03", PlaceLevel.SITE))
        .containsExactly(new PlaceName("71", Optional.of("Site 71")));
  }

  private List<PlaceName> names(String end, PlaceLevel level) {
    return history
        .report(
            "2024-03-05T00:00:00Z",
            from("2024-03-01", end),
            new ReportSettings(level, CameraCombination.SUM, 20),
            VIEWERS)
        .places()
        .shown()
        .stream()
        .map(PlaceFigures::place)
        .toList();
  }

  @Test
  void sitesThatNobodyKnowsAreNoPlaces() {
    history.publish(VIEWERS, "2024-03-01", hours(7, "2024-03-01", 24, 2));

    refuses(
        FailureReason.REPORT_SITES_NOT_TOLD,
        "Nobody knows of which sites the cameras are, so that no site can be a place.",
        () ->
            history.report(
                "2024-03-02T00:00:00Z",
                all(),
                new ReportSettings(PlaceLevel.SITE, CameraCombination.SUM, 20),
                VIEWERS));
  }
}

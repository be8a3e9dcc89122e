package dev.vidiexport.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.report.RowsOrigin;
import dev.vidiexport.domain.request.TimeResolution;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportOfFilesTest {
  private static final Optional<AudienceType> NO_TYPE = Optional.empty();
  private static final Optional<TimeResolution> NO_RESOLUTION = Optional.empty();

  private final FakeRowFiles files = new FakeRowFiles();
  private Optional<AudienceType> otherType = NO_TYPE;
  private Optional<TimeResolution> otherResolution = NO_RESOLUTION;
  private ReportSettings settings = ReportSettings.USUAL;
  private final Map<String, RowFileInput> receipts = new LinkedHashMap<>();

  @AfterEach
  void leavesNoFileOpen() {
    assertThat(files.open()).isZero();
  }

  private static Map<String, String> request(
      String type, String resolution, String start, String end, String locations) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("locations", locations);
    request.put("data_type", type);
    request.put("start", start);
    request.put("end", end);
    request.put("time_resolution", resolution);
    return request;
  }

  /** Hours of whole days in March 2024. */
  private static Map<String, String> hourly(String type, int first, int last, String locations) {
    return request(
        type,
        "1h",
        LocalDate.of(2024, 3, first) + "T00:00:00",
        LocalDate.of(2024, 3, last) + "T23:59:59",
        locations);
  }

  private static Map<String, String> grouped(Map<String, String> request) {
    Map<String, String> more = new LinkedHashMap<>(request);
    more.put("group_by_demographics", "1");
    return more;
  }

  private void nothingSaidButHourlyViewers() {
    otherType = Optional.of(AudienceType.VIEWERS);
    otherResolution = Optional.of(TimeResolution.ONE_HOUR);
  }

  private void receipt(String file, Map<String, String> request) {
    receipts.put(
        file, new RowFileInput(Path.of(file), Optional.of(request), Optional.of("by receipt")));
  }

  private AudienceReport report(String... names) {
    return report(ReportedHistory.all(), names);
  }

  private AudienceReport report(ReportDays days, String... names) {
    List<RowFileInput> inputs = new ArrayList<>();
    for (String name : names) {
      inputs.add(
          receipts.getOrDefault(
              name, new RowFileInput(Path.of(name), Optional.empty(), Optional.empty())));
    }
    return new ReportOfFiles(files, inputs, otherType, otherResolution, settings, () -> {})
        .run(days);
  }

  private static ReportDays days(Optional<String> start, Optional<String> end) {
    return new ReportDays(
        start.map(LocalDate::parse), end.map(LocalDate::parse), Optional.empty(), Optional.empty());
  }

  private static ReportSpan span(String first, String last) {
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
  void aFileThatSaysWhatWasAskedForIsReadOnceAfterThat() {
    files
        .put("viewers", "watcher_count")
        .asked(hourly("viewers", 1, 2, "7,8"))
        .built("2024-03-03 04:05:06")
        .row("7 2024-03-01T10:00 5")
        .row("7 2024-03-02T10:00 -")
        .row("- 2024-03-02T10:00 3")
        .row("7 - 3")
        .row("7 2024-03-05T10:00 3");

    AudienceReport report = report("viewers");

    assertThat(report.span()).isEqualTo(span("2024-03-01", "2024-03-02"));
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(5);
    assertThat(of(report, FigureKind.MEASURED)).isEqualTo(1);
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(96);
    assertThat(report.quality().missing()).extracting(PlaceName::id).containsExactly("8");
    RowsOrigin origin = report.origins().get(0);
    assertThat(origin.creationDate()).contains("2024-03-03 04:05:06");
    assertThat(origin.rows()).isEqualTo(2);
    assertThat(origin.untold()).isEqualTo(2);
    assertThat(origin.outside()).isEqualTo(1);
    assertThat(files.opened()).containsExactly("viewers", "viewers");
  }

  @Test
  void whatWasAskedForKeepsItsOrder() {
    Map<String, String> asked = hourly("viewers", 1, 1, "7");
    asked.put("group_by_demographics", "1");
    asked.put("zeta", "1");
    asked.put("alpha", "2");
    files.put("viewers", "watcher_count").asked(asked).row("7 2024-03-01T10:00 5");

    assertThat(report("viewers").origins().get(0).arguments().keySet())
        .containsExactlyElementsOf(asked.keySet());
  }

  @Test
  void aReceiptSaysMoreThanTheFile() {
    files
        .put("viewers", "watcher_count")
        .asked(hourly("ots", 3, 4, "9"))
        .built("by file")
        .row("7 2024-03-01T10:00 5");
    receipt("viewers", hourly("viewers", 1, 1, "7"));

    AudienceReport report = report("viewers");

    assertThat(report.span()).isEqualTo(span("2024-03-01", "2024-03-01"));
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(5);
    assertThat(report.origins().get(0).creationDate()).contains("by receipt");
  }

  @Test
  void aFileOfWhichNobodySaysWhatItIsIsRefused() {
    files.put("rows", "watcher_count").row("7 2024-03-01T10:00 5");
    String message = "The file rows does not say what VidiCenter was asked for.";

    refuses(FailureReason.REPORT_FILE_NOT_TOLD, message, () -> report("rows"));
    otherType = Optional.of(AudienceType.VIEWERS);
    refuses(FailureReason.REPORT_FILE_NOT_TOLD, message, () -> report("rows"));
    otherType = NO_TYPE;
    otherResolution = Optional.of(TimeResolution.ONE_HOUR);
    refuses(FailureReason.REPORT_FILE_NOT_TOLD, message, () -> report("rows"));
    nothingSaidButHourlyViewers();
    assertThat(of(report("rows"), FigureKind.WATCHERS)).isEqualTo(5);
  }

  @Test
  void whatIsSaidOfFilesThatDoNotSayItIsNotSaidOfOthers() {
    files
        .put("ots", "ots_count", "watcher_count")
        .asked(request("ots", "15m", "2024-03-01T00:00:00", "2024-03-01T23:59:59", "7"))
        .row("7 2024-03-01T10:00 20 4")
        .row("7 2024-03-01T10:15 20 6");
    files.put("rows", "watcher_count").row("7 2024-03-01T10:00 5");
    nothingSaidButHourlyViewers();

    AudienceReport report = report("ots", "rows");

    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(5);
    assertThat(of(report, FigureKind.OTS)).isEqualTo(40);
    assertThat(of(report, FigureKind.CONVERSION)).isEqualTo(0.25);
    assertThat(report.origins())
        .extracting(RowsOrigin::dataType, RowsOrigin::timeResolution)
        .containsExactly(tuple("viewers", "1h"), tuple("ots", "15m"));
  }

  @Test
  void typesAndResolutionsThatNobodyKnowsAreRefused() {
    files.put("gates", "entry_count").asked(hourly("gate", 1, 1, "7"));
    files
        .put("minutes", "watcher_count")
        .asked(request("viewers", "1m", "2024-03-01T00:00:00", "2024-03-01T23:59:59", "7"));

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "There is no report of gate, of which gates is. There are reports of viewers, ots,"
            + " footfall, vehicles, vehicles_footfall.",
        () -> report("gates"));
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "Nobody knows the time resolution 1m of minutes.",
        () -> report("minutes"));
  }

  @Test
  void twoResolutionsOfOneTypeAreRefused() {
    files.put("a", "watcher_count").asked(hourly("viewers", 1, 1, "7"));
    files
        .put("b", "watcher_count")
        .asked(request("viewers", "15m", "2024-03-02T00:00:00", "2024-03-02T23:59:59", "7"));

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The files a and b have rows of viewers of different time resolutions, which cannot be"
            + " added up.",
        () -> report("a", "b"));
  }

  @Test
  void groupedBesideUngroupedIsRefused() {
    files.put("a", "watcher_count").asked(hourly("viewers", 1, 1, "7"));
    files.put("b", "watcher_count", "gender", "age").asked(grouped(hourly("viewers", 2, 2, "7")));
    String message =
        "The files a and b have rows of viewers of which only some are grouped by demographics,"
            + " which cannot be added up.";

    refuses(FailureReason.REPORT_NOT_POSSIBLE, message, () -> report("a", "b"));
  }

  @Test
  void aFileWithGendersAndAgesIsGroupedWhereNobodySaysIt() {
    files.put("a", "watcher_count").row("7 2024-03-01T10:00 5");
    files.put("b", "watcher_count", "gender", "age").row("7 2024-03-02T10:00 5 1 2");
    nothingSaidButHourlyViewers();

    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The files a and b have rows of viewers of which only some are grouped by demographics,"
            + " which cannot be added up.",
        () -> report("a", "b"));
    assertThat(report("b").people()).isPresent();
    assertThat(report("a").people()).isEmpty();
  }

  @Test
  void finestRowsAreNeverGrouped() {
    files
        .put("a", "gender", "age")
        .asked(request("viewers", "finest", "2024-03-01T00:00:00", "2024-03-01T23:59:59", "7"))
        .row("7 2024-03-01T10:00 1 2");
    files
        .put("b", "gender", "age")
        .asked(
            grouped(
                request("viewers", "finest", "2024-03-02T00:00:00", "2024-03-02T23:59:59", "7")))
        .row("7 2024-03-02T10:00 1 2");

    assertThat(of(report("a", "b"), FigureKind.WATCHERS)).isEqualTo(2);
  }

  @Test
  void requestsThatOverlapAreRefusedEvenWithoutRows() {
    files.put("a", "watcher_count").asked(hourly("viewers", 1, 3, "7,8"));
    files.put("b", "watcher_count").asked(hourly("viewers", 3, 5, "8,9"));
    files.put("c", "watcher_count").asked(hourly("viewers", 4, 5, "8,9"));
    files.put("d", "watcher_count").asked(hourly("viewers", 1, 3, "9"));
    files.put("e", "ots_count").asked(hourly("ots", 1, 3, "7,8"));

    refuses(
        FailureReason.REPORT_COUNTS_TWICE,
        "The files a and b are of the same cameras and time, and would count twice.",
        () -> report("a", "b"));
    assertThat(of(report("a", "c", "d", "e"), FigureKind.EXPECTED))
        .isEqualTo(24 * (2 * 3 + 2 * 2 + 3));
  }

  @Test
  void rowsThatOverlapAreRefusedWhereNobodySaysWhatTheyAre() {
    files.put("a", "watcher_count").row("7 2024-03-01T10:00 5").row("8 2024-03-01T11:00 5");
    files.put("b", "watcher_count").row("7 2024-03-01T10:00 5");
    files.put("c", "watcher_count").row("8 2024-03-01T10:00 6");
    nothingSaidButHourlyViewers();

    refuses(
        FailureReason.REPORT_COUNTS_TWICE,
        "Two inputs have viewers rows of the same time at location 7, which would count twice.",
        () -> report("a", "b"));
    // Between those of the other file, but at no time that it has.
    assertThatThrownBy(() -> report("a", "a")).isInstanceOf(ExportException.class);
    assertThat(of(report("b", "c"), FigureKind.WATCHERS)).isEqualTo(11);
  }

  @Test
  void rowsOfSitesThatOverlapAreRefused() {
    Map<String, String> sites = hourly("viewers", 1, 1, "");
    sites.remove("locations");
    sites.put("sites", "70");
    files.put("a", "watcher_count").asked(sites).row("7 2024-03-01T10:00 5");
    files.put("b", "watcher_count").asked(hourly("viewers", 1, 1, "7")).row("7 2024-03-01T10:00 5");

    refuses(
        FailureReason.REPORT_COUNTS_TWICE,
        "Two inputs have viewers rows of the same time at location 7, which would count twice.",
        () -> report("a", "b"));
    AudienceReport report = report("a");
    assertThat(report.headline().of(FigureKind.EXPECTED)).isEmpty();
    assertThat(report.has(ReportNote.EXPECTED_UNKNOWN)).isTrue();
  }

  @Test
  void aSpanIsFromTheFirstToTheLastThatWasAskedForOrIsThere() {
    files
        .put("a", "watcher_count")
        .asked(request("viewers", "1h", "2024-03-02T06:00:00", "2024-03-02T17:59:59", "7"))
        .row("7 2024-03-02T10:00 5");
    files.put("b", "ots_count").row("7 2024-03-04T10:00 5").row("7 - 4");
    otherType = Optional.of(AudienceType.OTS);
    otherResolution = Optional.of(TimeResolution.ONE_HOUR);

    AudienceReport alone = report("a");
    AudienceReport both = report("a", "b");

    assertThat(alone.span().first()).isEqualTo(LocalDateTime.of(2024, 3, 2, 6, 0));
    assertThat(alone.span().last()).isEqualTo(LocalDateTime.of(2024, 3, 2, 17, 59, 59));
    assertThat(alone.has(ReportNote.PARTIAL_DAYS)).isTrue();
    assertThat(of(alone, FigureKind.EXPECTED)).isEqualTo(12);
    assertThat(both.span().first()).isEqualTo(LocalDateTime.of(2024, 3, 2, 6, 0));
    assertThat(both.span().last()).isEqualTo(LocalDateTime.of(2024, 3, 4, 23, 59, 59));
    // The second is read for its days, too.
    assertThat(files.opened()).containsExactly("a", "a", "a", "b", "b", "a", "b");
  }

  @Test
  void filesWithoutRowsAreOfNoDays() {
    files.put("a", "watcher_count");
    nothingSaidButHourlyViewers();

    refuses(
        FailureReason.REPORT_DAYS_NOT_TOLD,
        "The files have no rows, and nobody says of which days they are.",
        () -> report("a"));
    assertThat(
            report(days(Optional.of("2024-03-01"), Optional.of("2024-03-02")), "a")
                .has(ReportNote.NO_ROWS))
        .isTrue();
  }

  @Test
  void daysThatAreChosenLeaveOutTheOthers() {
    files
        .put("a", "watcher_count")
        .asked(hourly("viewers", 1, 4, "7"))
        .row("7 2024-03-01T10:00 1")
        .row("7 2024-03-02T10:00 2")
        .row("7 2024-03-03T10:00 4")
        .row("7 2024-03-04T10:00 8");

    AudienceReport since = report(days(Optional.of("2024-03-03"), Optional.empty()), "a");
    AudienceReport until = report(days(Optional.empty(), Optional.of("2024-03-02")), "a");

    assertThat(since.span()).isEqualTo(span("2024-03-03", "2024-03-04"));
    assertThat(of(since, FigureKind.WATCHERS)).isEqualTo(12);
    assertThat(of(since, FigureKind.EXPECTED)).isEqualTo(48);
    assertThat(until.span()).isEqualTo(span("2024-03-01", "2024-03-02"));
    assertThat(of(until, FigureKind.WATCHERS)).isEqualTo(3);
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The files have no such days: their rows are from 2024-03-01 to 2024-03-04.",
        () -> report(days(Optional.of("2024-03-05"), Optional.empty()), "a"));
    refuses(
        FailureReason.REPORT_NOT_POSSIBLE,
        "The files have no such days: their rows are from 2024-03-01 to 2024-03-04.",
        () -> report(days(Optional.empty(), Optional.of("2024-02-29")), "a"));
  }

  @Test
  void earlierRowsAreThePast() {
    FakeRowFiles.Table table = files.put("a", "watcher_count").asked(hourly("viewers", 1, 2, "7"));
    for (int hour = 0; hour < 24; hour++) {
      table.row("7 2024-03-01T%s 2".formatted(LocalTime.of(hour, 0)));
      table.row("7 2024-03-02T%s 3".formatted(LocalTime.of(hour, 0)));
    }

    AudienceReport report =
        report(
            ReportedHistory.comparing(
                days(Optional.of("2024-03-02"), Optional.empty()), Comparison.PREVIOUS),
            "a");

    assertThat(report.comparedSpan()).contains(span("2024-03-01", "2024-03-01"));
    assertThat(report.headline().change(FigureKind.WATCHERS))
        .contains(new FigureChange(48, 0.5, 1));
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(72);
    assertThat(report.origins().get(0).outside()).isEqualTo(24);
  }

  @Test
  void thePastMayStandInAFileOfItsOwn() {
    FakeRowFiles.Table now = files.put("now", "watcher_count").asked(hourly("viewers", 2, 2, "7"));
    FakeRowFiles.Table then =
        files.put("then", "watcher_count").asked(hourly("viewers", 1, 1, "7"));
    for (int hour = 0; hour < 24; hour++) {
      now.row("7 2024-03-02T%s 3".formatted(LocalTime.of(hour, 0)));
      then.row("7 2024-03-01T%s 2".formatted(LocalTime.of(hour, 0)));
    }

    AudienceReport report =
        report(
            ReportedHistory.comparing(
                ReportedHistory.from("2024-03-02", "2024-03-02"), Comparison.PREVIOUS),
            "then",
            "now");

    assertThat(report.headline().change(FigureKind.WATCHERS))
        .contains(new FigureChange(48, 0.5, 1));
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(24);
    assertThat(of(report, FigureKind.COVERAGE)).isEqualTo(1);
  }

  @Test
  void coverageIsThatOfAllRequestsTogether() {
    files
        .put("a", "watcher_count")
        .asked(hourly("viewers", 1, 1, "7,8"))
        .row("7 2024-03-01T10:00 1");
    files
        .put("b", "watcher_count")
        .asked(hourly("viewers", 2, 2, "8,9"))
        .row("8 2024-03-02T10:00 1");
    files.put("c", "ots_count").asked(hourly("ots", 1, 2, "55")).row("55 2024-03-02T10:00 1");

    AudienceReport report = report("a", "b", "c");

    assertThat(of(report, FigureKind.MEASURED)).isEqualTo(2);
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(96);
    assertThat(of(report, FigureKind.COVERAGE)).isCloseTo(2.0 / 96, within(1e-12));
    assertThat(report.quality().missing()).extracting(PlaceName::id).containsExactly("9");
  }

  @Test
  void oneRequestThatNobodyKnowsMakesAllOfItsTypeUnknown() {
    files.put("a", "watcher_count").asked(hourly("viewers", 1, 1, "7")).row("7 2024-03-01T10:00 1");
    files.put("b", "watcher_count").row("8 2024-03-02T10:00 1");
    nothingSaidButHourlyViewers();

    assertThat(report("a", "b").headline().of(FigureKind.EXPECTED)).isEmpty();
  }

  @Test
  void aRequestOutsideTheDaysExpectsNothingInThem() {
    files
        .put("a", "watcher_count")
        .asked(hourly("viewers", 1, 1, "7,8"))
        .row("7 2024-03-01T10:00 1");
    files.put("b", "watcher_count").asked(hourly("viewers", 2, 2, "7")).row("7 2024-03-02T10:00 1");

    AudienceReport report = report(days(Optional.of("2024-03-02"), Optional.empty()), "a", "b");

    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(24);
    assertThat(report.quality().missing()).isEmpty();
    assertThat(report.quality().places()).hasSize(1);
  }

  @Test
  void monthsThatBeginBeforeAPartialDayAreByPeriod() {
    files
        .put("a", "watcher_count")
        .asked(request("viewers", "1M", "2024-01-01T00:00:00", "2024-03-31T23:59:59", "7"))
        .row("7 2024-01-01T00:00 10")
        .row("7 2024-02-01T00:00 20")
        .row("7 2024-03-01T00:00 -");

    AudienceReport report = report("a");

    assertThat(report.byPeriod()).isTrue();
    assertThat(report.hours()).isEmpty();
    assertThat(report.days())
        .extracting(day -> day.date().toString())
        .containsExactly("2024-01-01", "2024-02-01", "2024-03-01");
    assertThat(of(report, FigureKind.WATCHERS)).isEqualTo(30);
    assertThat(of(report, FigureKind.EXPECTED)).isEqualTo(3);
    assertThat(of(report, FigureKind.MEASURED)).isEqualTo(2);
  }

  @Test
  void sitesAreThoseThatRowsTell() {
    settings = new ReportSettings(PlaceLevel.SITE, CameraCombination.SUM, 20);
    files
        .put("a", "watcher_count")
        .asked(hourly("viewers", 1, 1, "7,8"))
        .row("7 2024-03-01T10:00 5");
    files
        .put("b", "watcher_count", "site_id")
        .text("site_label")
        .asked(hourly("viewers", 1, 1, "7,8"))
        .row("7 2024-03-01T10:00 5 70 Gare")
        .row("8 2024-03-01T10:00 6 70 Gare");

    refuses(
        FailureReason.REPORT_SITES_NOT_TOLD,
        "The rows do not say of which sites the cameras are, so that no site can be a place.",
        () -> report("a"));
    assertThat(report("b").places().shown())
        .extracting(PlaceFigures::place)
        .containsExactly(new PlaceName("70", Optional.of("Gare")));
    assertThat(of(report("b"), FigureKind.WATCHERS)).isEqualTo(11);
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    files
        .put("cut", "watcher_count")
        .asked(hourly("viewers", 1, 1, "7"))
        .row("7 2024-03-01T10:00 5")
        .damaged();

    refuses(FailureReason.ROW_FILE_UNREADABLE, "The file gone is not there.", () -> report("gone"));
    refuses(FailureReason.ROW_FILE_UNREADABLE, "The file cut is cut.", () -> report("cut"));
  }

  @Test
  void theOrderOfFilesChangesNoFigure() {
    files.put("a", "watcher_count").asked(hourly("viewers", 1, 1, "7")).row("7 2024-03-01T10:00 1");
    files.put("b", "watcher_count").asked(hourly("viewers", 2, 2, "8")).row("8 2024-03-02T10:00 2");
    files.put("c", "ots_count").asked(hourly("ots", 1, 2, "7,8")).row("7 2024-03-02T10:00 9");

    assertThat(report("c", "b", "a")).isEqualTo(report("a", "b", "c"));
  }
}

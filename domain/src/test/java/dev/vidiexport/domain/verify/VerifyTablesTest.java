package dev.vidiexport.domain.verify;

import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of a history whose rows are kept in a table. */
class VerifyTablesTest {
  private static final SliceKey FIRST = slice("viewers", "2024-03-01", 7);
  private static final SliceKey SECOND = slice("viewers", "2024-03-02", 7);
  private static final SliceKey THIRD = slice("viewers", "2024-03-02", 8);
  private static final SliceKey NEXT = slice("viewers", "2024-03-02", 9);

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final FakeStandingTables tables = new FakeStandingTables();
  private VerifiedExport export = VerifiedExport.of(export(WindowLength.DAY));
  private HistoryPart part = HistoryPart.WHOLE;
  private Optional<LocalDate> start = Optional.empty();
  private boolean withRows;

  VerifyTablesTest() {
    publish(FIRST, 1, 1L, 2L, 3L);
    publish(SECOND, 1, 4L, 5L);
    publish(THIRD, 1, 6L);
  }

  @AfterEach
  void leavesNothingOpen() {
    assertThat(tables.open()).isZero();
  }

  private static HistoryExport export(WindowLength length) {
    return new HistoryExport(
        "viewers",
        new RequestTemplate(
            "viewers",
            TimeResolution.ONE_HOUR,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty()),
        new SourceSelection.All(SourceKind.LOCATIONS),
        length,
        LocalDate.of(2024, 3, 1),
        Optional.empty(),
        7,
        "database",
        Map.of(),
        Map.of(),
        Optional.empty(),
        RequestedAdditions.NONE,
        Optional.of(new SliceTable(Optional.empty(), "audience")));
  }

  private static SliceAnswer answer(int revision, Long... rows) {
    return new SliceAnswer(
        Optional.empty(),
        rows.length,
        0,
        FakeStandingFiles.fingerprint(rows),
        revision,
        Optional.empty(),
        NOON,
        NOON,
        ExportIdentity.plainWriting());
  }

  private void announce(SliceKey key, SliceAnswer answer) {
    ledger.noteAsked(key, NOON);
    ledger.notePublishing(
        key,
        answer,
        ExportIdentity.of(export(WindowLength.DAY)),
        List.of(FakeStandingFiles.ID),
        SliceFacts.NONE);
  }

  private void publish(SliceKey key, int revision, Long... rows) {
    announce(key, answer(revision, rows));
    tables.commit(key.id(), rows);
    ledger.notePublished(key, NOON);
  }

  private static String place(SliceKey key) {
    return "audience/" + key.id();
  }

  private VerifyReport verify() {
    return new VerifyHistory(
            ledger,
            tables,
            tables,
            new RecordingPacer(),
            DaemonThreads.named("reader"),
            progress -> {},
            new VerifySettings(List.of(export), start, Optional.empty(), part, withRows, 2))
        .run();
  }

  private static List<String> places(VerifyReport report, FindingKind kind) {
    return report.of(kind).stream().map(VerifyFinding::path).toList();
  }

  @Test
  void findsNothingInAWholeHistory() {
    withRows = true;

    assertThat(verify()).isEqualTo(new VerifyReport(3, 0, 6, List.of(), List.of(), List.of()));
  }

  @Test
  void findsRowsThatAreMissingOrMoreThanListed() {
    tables.put(FIRST.id());
    tables.put(SECOND.id(), 4L);

    VerifyReport report = verify();

    assertThat(places(report, FindingKind.MISSING)).containsExactly(place(FIRST));
    assertThat(places(report, FindingKind.CHANGED)).containsExactly(place(SECOND));
    assertThat(LostSlices.mark(ledger, report)).isEqualTo(2);
    assertThat(ledger.slice(FIRST).orElseThrow().state()).isEqualTo(SliceState.MISSING);
  }

  @Test
  void findsOtherValuesOnlyWhereRowsAreReadBack() {
    tables.put(SECOND.id(), 4L, 6L);

    assertThat(verify().findings()).isEmpty();
    withRows = true;
    assertThat(verify().findings())
        .containsExactly(
            new VerifyFinding(
                FindingKind.ROWS_DIFFER,
                place(SECOND),
                Optional.of("other values"),
                Optional.of(SECOND)));
  }

  @Test
  void findsWhatWasCommittedAfterTheLedgerThatWasPutBack() {
    tables.commit(SECOND.id(), 8L, 9L);

    assertThat(places(verify(), FindingKind.CHANGED)).containsExactly(place(SECOND));
  }

  @Test
  void saysNothingOfRowsThatWereWrittenWithOtherSettings() {
    withRows = true;
    SliceAnswer plain = answer(2, 1L, 2L);
    announce(
        FIRST,
        new SliceAnswer(
            Optional.empty(),
            2,
            0,
            plain.fingerprint(),
            2,
            Optional.empty(),
            NOON,
            NOON,
            "otherwise"));
    tables.commit(FIRST.id(), 1L, 2L);
    tables.put(FIRST.id(), 1L, 3L);
    ledger.notePublished(FIRST, NOON);

    VerifyReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.unreadRows())
        .containsExactly(
            "The rows of 1 slice of viewers could not be compared, because the export's columns"
                + " have been changed since.");
  }

  @Test
  void findsRowsOfUnknownSlices() {
    SliceKey unknown = slice("viewers", "2024-03-09", 7);
    List.of(unknown.id(), "viewers/2024-03-02/00000000", "other/2024-03-02/00000000", "", "zz")
        .forEach(id -> tables.put(id, 1L));
    List.of("viewers", "viewers/", "viewers/2024-03-02", "viewers/2024-02-30/00000000")
        .forEach(id -> tables.put(id, 1L));

    VerifyReport report = verify();

    assertThat(report.findings()).extracting(VerifyFinding::remark).containsOnly(Optional.empty());
    assertThat(places(report, FindingKind.FOREIGN))
        .containsExactly(
            "audience/",
            "audience/other/2024-03-02/00000000",
            "audience/viewers",
            "audience/viewers/",
            "audience/viewers/2024-02-30/00000000",
            "audience/viewers/2024-03-02",
            "audience/viewers/2024-03-02/00000000",
            place(unknown),
            "audience/zz");
  }

  @Test
  void findsRowsOfASliceThatHasNone() {
    announce(SECOND, answer(2));
    tables.commit(SECOND.id());
    ledger.notePublished(SECOND, NOON);
    assertThat(verify().findings()).isEmpty();

    tables.put(SECOND.id(), 4L);

    VerifyReport report = verify();
    assertThat(report.findings())
        .containsExactly(foreign(SECOND, Optional.of("sync removes it"), Optional.of(SECOND)));
    assertThat(LostSlices.mark(ledger, report)).isEqualTo(1);
    assertThat(ledger.slice(SECOND).orElseThrow().answer()).isEmpty();
    assertThat(verify().findings())
        .containsExactly(foreign(SECOND, Optional.of("sync replaces it"), Optional.empty()));
  }

  @Test
  void marksNoSliceWithoutRowsThatNothingAsksForAgain() {
    announce(SECOND, answer(2));
    tables.commit(SECOND.id());
    ledger.notePublished(SECOND, NOON);
    tables.put(SECOND.id(), 4L);
    ledger.noteLost(THIRD);

    ledger.noteRetired("viewers", List.of(SECOND, THIRD));
    VerifyReport retired = verify();
    export = VerifiedExport.ofLedger("viewers");
    VerifyReport gone = verify();

    assertThat(retired.findings())
        .containsExactlyInAnyOrder(
            foreign(SECOND, Optional.empty(), Optional.empty()),
            foreign(THIRD, Optional.of("retired, so nothing asks for it again"), Optional.empty()));
    assertThat(gone.findings())
        .containsExactlyInAnyOrder(
            foreign(SECOND, Optional.empty(), Optional.empty()),
            foreign(
                THIRD,
                Optional.of("not in the project file, so nothing asks for it again"),
                Optional.empty()));
    assertThat(LostSlices.mark(ledger, gone)).isZero();
  }

  private static VerifyFinding foreign(
      SliceKey key, Optional<String> remark, Optional<SliceKey> lost) {
    return new VerifyFinding(FindingKind.FOREIGN, place(key), remark, lost);
  }

  @Test
  void saysWhichRowsTheNextSyncReplaces() {
    ledger.noteLost(SECOND);

    assertThat(verify().findings())
        .containsExactly(
            new VerifyFinding(
                FindingKind.FOREIGN,
                place(SECOND),
                Optional.of("sync replaces it"),
                Optional.empty()));
  }

  @Test
  void looksAtSelectedDaysAlone() {
    start = Optional.of(LocalDate.of(2024, 3, 2));
    tables.put(FIRST.id());
    List.of("viewers/2024-03-01/00000000", "viewers/2024-03-02/00000000", "odd")
        .forEach(id -> tables.put(id, 1L));

    VerifyReport report = verify();

    assertThat(report.files()).isEqualTo(2);
    assertThat(report.findings())
        .extracting(VerifyFinding::path)
        .containsExactly("audience/viewers/2024-03-02/00000000");
  }

  @Test
  void takesNoDayForAWindowThatBeginsNone() {
    export = VerifiedExport.of(export(WindowLength.WEEK));
    SliceKey week =
        new SliceKey(
            "viewers",
            new TimeWindow(WindowLength.WEEK, LocalDate.of(2024, 3, 4)),
            SourceSet.of(SourceKind.LOCATIONS, 7));
    publish(week, 1, 1L);
    tables.put("viewers/2024-03-05/00000000", 1L);
    start = Optional.of(LocalDate.of(2024, 3, 4));

    assertThat(verify().findings()).isEmpty();
    start = Optional.empty();
    assertThat(places(verify(), FindingKind.FOREIGN))
        .contains("audience/viewers/2024-03-05/00000000")
        .doesNotContain(place(week));
  }

  @Test
  void sharesSlicesAndForeignRowsOutAmongParts() {
    for (int number = 0; number < 20; number++) {
      tables.put("viewers/2024-03-02/foreign%s".formatted(number), 1L);
    }

    long files = 0;
    long foreign = 0;
    for (int number = 1; number <= 3; number++) {
      part = new HistoryPart(number, 3);
      VerifyReport report = verify();
      files += report.files();
      foreign += report.findings().size();
    }

    assertThat(files).isEqualTo(3);
    assertThat(foreign).isEqualTo(20);
  }

  @Test
  void readsIdsAThousandAtATime() {
    for (int number = 0; number < 2_500; number++) {
      tables.put("viewers/2024-03-02/x%s".formatted(10_000 + number), 1L);
    }

    assertThat(places(verify(), FindingKind.FOREIGN)).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(tables.pages()).hasSizeLessThan(12).containsOnly(1_000);
  }

  @Test
  void verifiesAnExportThatOnlyTheLedgerKnows() {
    export = VerifiedExport.ofLedger("viewers");
    tables.put(FIRST.id());
    tables.put("viewers/2024-03-02/00000000", 1L);

    VerifyReport report = verify();

    assertThat(report.findings())
        .extracting(VerifyFinding::path)
        .containsExactly(place(FIRST), "audience/viewers/2024-03-02/00000000");
    assertThat(LostSlices.mark(ledger, report)).isZero();
  }

  @Test
  void tellsWhatCannotBeRead() {
    tables.makeUnreadable("The table audience cannot be read.");

    VerifyReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.unreadable())
        .containsExactly(
            new UnreadablePlace(place(FIRST), "The table audience cannot be read."),
            new UnreadablePlace(place(SECOND), "The table audience cannot be read."),
            new UnreadablePlace(place(THIRD), "The table audience cannot be read."),
            new UnreadablePlace("viewers", "The table audience cannot be read."));
  }

  @Test
  void findsNothingWrongWithWhatIsReplacedMeanwhile() {
    withRows = true;
    AtomicInteger looks = new AtomicInteger();
    tables.atLook(
        () -> {
          if (looks.incrementAndGet() == 1) {
            publish(FIRST, 2, 7L);
          }
        });

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void findsNothingWrongWithWhatIsAnnouncedWhetherItIsInPlaceOrNot() {
    announce(FIRST, answer(2, 9L));
    announce(SECOND, answer(2, 8L));
    tables.commit(SECOND.id(), 8L);
    announce(THIRD, answer(2));
    tables.commit(THIRD.id());
    announce(NEXT, answer(1, 3L));
    tables.commit(NEXT.id(), 3L);

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void findsNothingForeignInRowsThatComeOrGoMeanwhile() {
    SliceKey gone = slice("viewers", "2024-03-01", 8);
    publish(gone, 1, 2L);
    AtomicInteger pages = new AtomicInteger();
    tables.atPage(
        () -> {
          if (pages.incrementAndGet() == 1) {
            announce(gone, answer(2));
            tables.commit(gone.id());
            ledger.notePublished(gone, NOON);
            publish(NEXT, 1, 3L);
          }
        });

    assertThat(verify().findings()).isEmpty();
    assertThat(pages.get()).isGreaterThan(2);
  }
}

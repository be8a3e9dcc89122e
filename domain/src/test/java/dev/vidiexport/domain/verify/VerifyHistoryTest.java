package dev.vidiexport.domain.verify;

import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyHistoryTest {
  private static final SliceKey FIRST = slice("viewers", "2024-03-01", 7);
  private static final SliceKey SECOND = slice("viewers", "2024-03-02", 7);
  private static final SliceKey THIRD = slice("viewers", "2024-03-02", 8);
  private static final VerifiedExport VIEWERS = VerifiedExport.of(export());
  private static final String ODD = "viewers/notes/readme.txt";

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final FakeStandingFiles files = new FakeStandingFiles();
  private final List<VerifyProgress> progress = new ArrayList<>();
  private HistoryPart part = HistoryPart.WHOLE;
  private Optional<LocalDate> end = Optional.empty();
  private boolean withRows;
  private List<VerifiedExport> exports = List.of(VIEWERS);
  private Consumer<VerifyHistory> begun = verify -> {};

  VerifyHistoryTest() {
    publish(FIRST, 1, 1L, 2L, 3L);
    publish(SECOND, 1, 4L, 5L);
    publish(THIRD, 1, 6L);
  }

  @AfterEach
  void leavesNothingOpen() {
    assertThat(files.open()).isZero();
  }

  private static HistoryExport export() {
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
        WindowLength.DAY,
        LocalDate.of(2024, 3, 1),
        Optional.empty(),
        7,
        "memory",
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  private static String path(SliceKey key) {
    return key.file("memory");
  }

  private static SliceAnswer answer(SliceKey key, int revision, Long... rows) {
    Optional<PublishedFile> file =
        rows.length == 0
            ? Optional.empty()
            : Optional.of(FakeStandingFiles.listed(path(key), rows));
    return new SliceAnswer(
        file,
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
        key, answer, ExportIdentity.of(export()), List.of(FakeStandingFiles.ID), SliceFacts.NONE);
  }

  private void publish(SliceKey key, int revision, Long... rows) {
    announce(key, answer(key, revision, rows));
    files.put(path(key), rows);
    ledger.notePublished(key, NOON);
  }

  private VerifyReport verify() {
    VerifyHistory verify =
        new VerifyHistory(
            ledger,
            files,
            files,
            new RecordingPacer(),
            DaemonThreads.named("reader"),
            progress::add,
            new VerifySettings(exports, Optional.empty(), end, part, withRows, 2));
    begun.accept(verify);
    return verify.run();
  }

  private static List<String> paths(VerifyReport report, FindingKind kind) {
    return report.of(kind).stream().map(VerifyFinding::path).toList();
  }

  @Test
  void findsNothingInAWholeHistory() {
    withRows = true;

    VerifyReport report = verify();

    assertThat(report).isEqualTo(new VerifyReport(3, 60, 6, List.of(), List.of(), List.of()));
    assertThat(progress.get(0).files()).isEqualTo(3);
    assertThat(progress.get(0).bytes()).isEqualTo(60);
    assertThat(progress.get(progress.size() - 1).done()).isEqualTo(3);
    assertThat(progress.get(progress.size() - 1).bytesDone()).isEqualTo(60);
  }

  @Test
  void findsAChangedFileAndMarksIt() {
    files.put(path(FIRST), 1L, 2L, 4L);

    VerifyReport report = verify();

    assertThat(report.findings())
        .containsExactly(
            new VerifyFinding(
                FindingKind.CHANGED, path(FIRST), Optional.empty(), Optional.of(FIRST)));
    assertThat(LostSlices.mark(ledger, report)).isEqualTo(1);
    assertThat(ledger.slice(FIRST).orElseThrow().state()).isEqualTo(SliceState.MISSING);
    assertThat(ledger.slice(FIRST).orElseThrow().lostRevision()).isEqualTo(1);
    assertThat(files.content(path(FIRST))).containsExactly(1L, 2L, 4L);
  }

  @Test
  void findsAMissingFile() {
    files.remove(path(SECOND));

    assertThat(paths(verify(), FindingKind.MISSING)).containsExactly(path(SECOND));
  }

  @Test
  void findsSwappedFiles() {
    files.put(path(SECOND), 6L);
    files.put(path(THIRD), 4L, 5L);

    assertThat(paths(verify(), FindingKind.CHANGED))
        .containsExactlyInAnyOrder(path(SECOND), path(THIRD));
  }

  @Test
  void findsARenamedFileTwice() {
    files.remove(path(SECOND));
    files.put(path(SECOND) + ".bak", 4L, 5L);

    VerifyReport report = verify();

    assertThat(paths(report, FindingKind.MISSING)).containsExactly(path(SECOND));
    assertThat(paths(report, FindingKind.FOREIGN)).containsExactly(path(SECOND) + ".bak");
  }

  @Test
  void findsWhatIsForeignWhereverItStands() {
    String doubled = path(FIRST).replace(".memory", " (1).memory");
    String deep = "viewers/date=2024-03-01/a/b/c.txt";
    String ofNoWindow = "viewers/date=2024-03-09/viewers-2024-03-09-00000000.memory";
    List.of(doubled, deep, ofNoWindow, ODD, "viewers/top.csv", "viewers/date=2024-02-30/x")
        .forEach(path -> files.put(path, 1L));
    files.put("others/date=2024-03-01/x", 1L);

    assertThat(paths(verify(), FindingKind.FOREIGN))
        .containsExactlyInAnyOrder(
            doubled, deep, ofNoWindow, ODD, "viewers/top.csv", "viewers/date=2024-02-30/x");
  }

  @Test
  void tellsALinkInPlaceOfAFileAsChangedAndAnyOtherAsForeign() {
    files.link(path(FIRST));
    files.link("viewers/date=2024-03-01/link");

    VerifyReport report = verify();

    assertThat(report.findings())
        .extracting(VerifyFinding::path)
        .containsExactly(path(FIRST), "viewers/date=2024-03-01/link");
    assertThat(report.findings().get(0).remark()).contains("no file, move it away");
    assertThat(report.findings().get(1).kind()).isEqualTo(FindingKind.FOREIGN);
  }

  @Test
  void findsRowsThatAreOthersThoughTheBytesAreListed() {
    withRows = true;
    relist(FIRST, 1L, 2L, 3L, 9L);
    relist(SECOND, 4L);
    relist(THIRD, 7L);

    VerifyReport report = verify();

    assertThat(report.findings())
        .extracting(finding -> finding.kind() + " " + finding.remark().orElse(""))
        .containsExactlyInAnyOrder(
            "ROWS_DIFFER 4 rows, not 3", "ROWS_DIFFER 1 row, not 2", "ROWS_DIFFER other values");
    assertThat(LostSlices.mark(ledger, report)).isEqualTo(3);
  }

  /** The ledger lists these bytes, and the rows of before. */
  private void relist(SliceKey key, Long... content) {
    SliceAnswer before = ledger.slice(key).orElseThrow().answer().orElseThrow();
    announce(
        key,
        new SliceAnswer(
            Optional.of(FakeStandingFiles.listed(path(key), content)),
            before.rows(),
            0,
            before.fingerprint(),
            2,
            Optional.empty(),
            NOON,
            NOON,
            before.writtenWith()));
    files.put(path(key), content);
    ledger.notePublished(key, NOON);
  }

  @Test
  void tellsOfAChangedFileWhetherItsRowsAreOthersToo() {
    withRows = true;
    files.put(path(FIRST), 3L, 2L, 1L);
    files.put(path(SECOND), 4L, 6L);
    files.put(path(THIRD), -1L);

    VerifyReport report = verify();

    assertThat(paths(report, FindingKind.CHANGED))
        .containsExactlyInAnyOrder(path(FIRST), path(SECOND), path(THIRD));
    assertThat(paths(report, FindingKind.ROWS_DIFFER))
        .containsExactlyInAnyOrder(path(SECOND), path(THIRD));
    assertThat(LostSlices.mark(ledger, report)).isEqualTo(3);
  }

  @Test
  void namesAFormatThatCannotBeReadBackOnce() {
    withRows = true;
    files.obstacle("Nobody reads it.");

    VerifyReport report = verify();

    assertThat(report.unreadRows()).containsExactly("viewers: Nobody reads it.");
    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).isZero();
  }

  @Test
  void saysNothingOfRowsThatWereWrittenWithOtherSettings() {
    withRows = true;
    SliceAnswer plain = answer(FIRST, 2, 1L, 2L);
    announce(
        FIRST,
        new SliceAnswer(
            plain.file(), 7, 0, "f".repeat(32), 2, Optional.empty(), NOON, NOON, "otherwise"));
    files.put(path(FIRST), 1L, 2L);
    ledger.notePublished(FIRST, NOON);

    VerifyReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.unreadRows())
        .singleElement()
        .asString()
        .startsWith("The rows of 1 file of viewers could not be read back");
  }

  @Test
  void looksAtSelectedDaysAlone() {
    end = Optional.of(LocalDate.of(2024, 3, 1));
    files.remove(path(SECOND));
    files.put("viewers/date=2024-03-02/foreign", 1L);
    files.put(ODD, 1L);
    files.put("viewers/date=2024-03-01/foreign", 1L);

    VerifyReport report = verify();

    assertThat(report.files()).isEqualTo(1);
    assertThat(report.findings())
        .extracting(VerifyFinding::path)
        .containsExactly("viewers/date=2024-03-01/foreign");
  }

  @Test
  void findsAllInTheParts() {
    files.remove(path(SECOND));
    files.put(ODD, 1L);
    List<String> found = new ArrayList<>();
    long looked = 0;

    for (int number = 1; number <= 5; number++) {
      part = new HistoryPart(number, 5);
      VerifyReport report = verify();
      looked += report.files();
      report.findings().forEach(finding -> found.add(finding.path()));
    }

    assertThat(looked).isEqualTo(3);
    assertThat(found).containsExactlyInAnyOrder(path(SECOND), ODD);
  }

  @Test
  void marksNothingThatNobodyAsksForAgain() {
    files.remove(path(FIRST));
    files.remove(path(SECOND));
    ledger.noteRetired("viewers", List.of(FIRST));

    VerifyReport ofProject = verify();
    exports = List.of(VerifiedExport.ofLedger("viewers"));
    VerifyReport ofLedger = verify();

    assertThat(ofProject.findings())
        .extracting(finding -> finding.remark().orElse(""))
        .containsExactly("retired, so nothing asks for it again", "");
    assertThat(ofLedger.findings()).hasSize(2);
    assertThat(LostSlices.mark(ledger, ofLedger)).isZero();
    assertThat(LostSlices.mark(ledger, ofProject)).isEqualTo(1);
    assertThat(ledger.slice(FIRST).orElseThrow().answer()).isPresent();
  }

  @Test
  void saysThatSyncReplacesWhatStandsInThePlaceOfALostFile() {
    files.put(path(FIRST), 9L);
    LostSlices.mark(ledger, verify());

    assertThat(verify().findings())
        .containsExactly(
            new VerifyFinding(
                FindingKind.FOREIGN,
                path(FIRST),
                Optional.of("sync replaces it"),
                Optional.empty()));
  }

  @Test
  void tellsWhatCannotBeReadApart() {
    files.makeUnreadable(path(FIRST));
    files.makeUnreadable("viewers/date=2024-03-02");
    files.remove(path(THIRD));

    VerifyReport report = verify();

    assertThat(report.unreadable())
        .containsExactly(
            new UnreadablePlace(path(FIRST), path(FIRST) + " cannot be read."),
            new UnreadablePlace(
                "viewers/date=2024-03-02", "viewers/date=2024-03-02 cannot be read."));
    assertThat(paths(report, FindingKind.MISSING)).containsExactly(path(THIRD));
  }

  /** The ledger is for one thread; the others only look at files, and have done so before. */
  private void atCloserLook(Runnable event) {
    Thread own = Thread.currentThread();
    AtomicInteger looks = new AtomicInteger();
    files.atLook(
        () -> {
          if (Thread.currentThread() == own && looks.incrementAndGet() == 1) {
            event.run();
          }
        });
  }

  @Test
  void raisesNoAlarmForWhatASyncIsReplacing() {
    files.put(path(FIRST), 8L);
    atCloserLook(() -> announce(FIRST, answer(FIRST, 2, 8L)));

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void raisesNoAlarmForWhatASyncHasReplacedMeanwhile() {
    withRows = true;
    files.put(path(FIRST), 8L);
    atCloserLook(() -> publish(FIRST, 2, 8L));

    VerifyReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).isEqualTo(4);
  }

  @Test
  void raisesNoAlarmForWhatHasNoRowsAnyMore() {
    files.remove(path(FIRST));
    atCloserLook(
        () -> {
          announce(FIRST, answer(FIRST, 2));
          ledger.notePublished(FIRST, NOON);
        });

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void raisesNoAlarmForWhatIsAnnounced() {
    announce(FIRST, answer(FIRST, 2, 8L));
    files.put(path(FIRST), 8L);
    announce(SECOND, answer(SECOND, 2));
    files.remove(path(SECOND));

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void tellsWhatIsNeitherAsListedNorAsAnnounced() {
    announce(FIRST, answer(FIRST, 2, 8L));
    files.put(path(FIRST), 9L);

    assertThat(paths(verify(), FindingKind.CHANGED)).containsExactly(path(FIRST));
  }

  @Test
  void raisesNoAlarmForAFileThatIsPublishedMeanwhile() {
    SliceKey next = slice("viewers", "2024-03-03", 7);
    SliceKey announced = slice("viewers", "2024-03-04", 7);
    announce(announced, answer(announced, 1, 1L));
    files.put(path(announced), 1L);
    files.put(path(next), 1L);
    AtomicInteger shown = new AtomicInteger();
    files.atEntries(
        () -> {
          if (shown.incrementAndGet() == 4) {
            publish(next, 1, 1L);
          }
        });

    assertThat(verify().findings()).isEmpty();
    assertThat(shown.get()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void endsWhenItIsCancelled() {
    begun = verify -> files.atLook(verify::cancel);

    assertThatThrownBy(this::verify)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CANCELLED));
  }
}

package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.finest;
import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SampleExports.withColumn;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static dev.vidiexport.domain.sync.SyncScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryLedger.Change;
import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows: files, columns, revisions. */
class WrittenSlicesTest {
  private static final String DAY = "2024-03-04";
  private static final String FILE = slice(DAY, 1).file("txt");
  private final SyncScenario history = new SyncScenario();

  @BeforeEach
  void lookAtTheNewestDayAlone() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
  }

  private void answer(FakeRow... rows) {
    history.session.answers(
        request -> FakeVidiCenter.finished("2024-03-05 05:00:00", List.of(rows)));
  }

  private SliceAnswer known() {
    return history.ledger.slice(slice(DAY, 1)).flatMap(SliceRecord::answer).orElseThrow();
  }

  private String header() {
    return history.files.standing().get(FILE).lines().findFirst().orElseThrow();
  }

  private List<String> columns() {
    return history.ledger.exports().get(0).columns().stream()
        .map(column -> column.number() + ":" + column.received() + ":" + column.type())
        .toList();
  }

  @Test
  void writesAStaleSliceAgainAndPutsTheEarlierFileAsideThoughItsRowsAreTheSame() {
    history.sync(viewers(1));
    String earlier = history.files.standing().get(FILE);

    SyncResult result = history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    assertThat(counts(result)).isEqualTo("replaced 1");
    assertThat(result.exports().get(0).rows()).isEqualTo(1);
    assertThat(known().revision()).isEqualTo(2);
    assertThat(history.files.standing().get(FILE)).contains("1 2024-03-04T10:00 27.0 null");
    assertThat(history.files.replaced().values()).containsExactly(earlier);
    assertThat(columns()).contains("3:watcher_count:DECIMAL");
    assertThat(history.ledger.changes())
        .extracting(Change::toString)
        .endsWith("2024-03-05T06:00:00Z|viewers|2024-03-04|%s|replaced|2|1".formatted(FILE));
    history.takeAsked();
    assertThat(history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1)).isComplete())
        .isTrue();
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void removesWhatWasReplacedThirtyDaysBefore() {
    history.sync(viewers(1));
    history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));
    history.start = Optional.of(LocalDate.of(2030, 1, 1));

    history.later(30 * 24);
    history.sync(viewers(1));
    assertThat(history.files.replaced()).hasSize(1);

    history.later(1);
    history.sync(viewers(1));
    assertThat(history.files.replaced()).isEmpty();
  }

  @Test
  void takesTheFileAwayOfAStaleSliceThatHasNoRowsAnyMore() {
    history.sync(viewers(1));
    history.acceptLoss = true;
    answer();

    SyncResult result = history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    assertThat(counts(result)).isEqualTo("replaced 1");
    assertThat(result.exports().get(0).rows()).isZero();
    assertThat(history.files.standing()).isEmpty();
    assertThat(history.files.replaced()).hasSize(1);
    assertThat(known().file()).isEmpty();
    assertThat(known().revision()).isEqualTo(2);
    assertThat(columns()).as("what the ledger knows for ever").contains("3:watcher_count:WHOLE");
    assertThat(history.ledger.publications()).isEmpty();
  }

  @Test
  void replacesWhatHadNoRowsByTheFirstRows() {
    answer();
    history.sync(viewers(1));
    history.session.answers(SyncScenario::rows);

    SyncResult result = history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    assertThat(counts(result)).isEqualTo("replaced 1");
    assertThat(known().revision()).isEqualTo(2);
    assertThat(history.files.standing()).containsKey(FILE);
    assertThat(history.files.replaced()).isEmpty();
  }

  @Test
  void isReplacedOnceByNoRowsHoweverOftenThereAreNone() {
    history.sync(viewers(1));
    history.acceptLoss = true;
    answer();
    history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(history.ledger.changes())
        .extracting(Change::change)
        .containsExactly(SliceChange.PUBLISHED, SliceChange.REPLACED, SliceChange.UNCHANGED);
  }

  @Test
  void staysWithoutRowsInTheSameRevision() {
    answer();
    history.sync(viewers(1));

    SyncResult result = history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(known().revision()).isEqualTo(1);
    assertThat(known().writtenWith())
        .isEqualTo(ExportIdentity.of(withColumn("watcher_count", ColumnType.DECIMAL, 1)).writing());
  }

  @Test
  void leavesAFileUntouchedWhoseRowsCameAgain() {
    history.sync(viewers(1));
    history.ledger.noteAsked(slice(DAY, 1), SyncScenario.NOW);
    SliceAnswer earlier = known();
    history.later(2);

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("unchanged 1");
    assertThat(known().revision()).isEqualTo(1);
    assertThat(known().file()).isEqualTo(earlier.file());
    assertThat(known().builtAt()).as("the same build").isEqualTo(earlier.builtAt());
    assertThat(history.files.replaced()).isEmpty();
    assertThat(history.files.staged()).isZero();
  }

  @Test
  void keepsTheFileOfAStaleSliceThatCannotBeHadAgain() {
    history.sync(viewers(1));
    history.session.answers(request -> failing(FailureReason.STILL_BUILDING, "It takes long."));

    SyncResult result = history.sync(withColumn("watcher_count", ColumnType.DECIMAL, 1));

    assertThat(counts(result)).isEqualTo("failed 1");
    assertThat(result.isComplete()).isFalse();
    assertThat(history.state(slice(DAY, 1))).isEqualTo(SliceState.COMPLETE);
    assertThat(history.ledger.slice(slice(DAY, 1)).flatMap(SliceRecord::failure)).isPresent();
    assertThat(history.files.standing()).containsKey(FILE);
    assertThat(known().revision()).isEqualTo(1);
  }

  @Test
  void dropsAndCountsTheRowsOfTheNextWindow() {
    answer(
        row(1, "2024-03-04T23:59:59"),
        row(1, "2024-03-05T00:00:00"),
        row(1, "2024-03-04T00:00:00"));

    SyncResult result = history.sync(finest(1));

    assertThat(counts(result)).isEqualTo("published 1");
    assertThat(result.exports().get(0).rows()).isEqualTo(2);
    assertThat(known().rows()).isEqualTo(2);
    assertThat(known().droppedRows()).isEqualTo(1);
    assertThat(history.files.standing().get(FILE)).doesNotContain("2024-03-05");
  }

  @Test
  void hasNoFileWhereAllRowsAreOfTheNextWindow() {
    answer(row(1, "2024-03-05T00:00:00"));

    SyncResult result = history.sync(finest(1));

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(history.files.standing()).isEmpty();
    assertThat(known().droppedRows()).isEqualTo(1);
  }

  @Test
  void failsAFinestSliceWhoseTimesCannotBeRead() {
    answer(row(1, "yesterday"));

    SyncResult result = history.sync(finest(1));

    assertThat(counts(result)).isEqualTo("failed 1");
    assertThat(result.missing().get(0).failure().orElseThrow().reason())
        .isEqualTo(FailureReason.ANSWER_BROKEN);
  }

  @Test
  void refusesRowsThatDoNotFitAndSaysWhatWouldTakeThem() {
    answer(row(1, "2024-03-04 10:00:00", "conversion_ratio", "\"high\""));

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("refused 1");
    assertThat(missing(result).get(0))
        .contains("\"conversion_ratio\"", "row 1", "high", "columns: {conversion_ratio: text}");
    assertThat(history.state(slice(DAY, 1))).isEqualTo(SliceState.REFUSED);
    assertThat(history.files.standing()).isEmpty();
    assertThat(history.ledger.exports().get(0).columns()).isEmpty();
    assertThat(history.files.staged()).isZero();
    history.takeAsked();

    SyncResult chosen = history.sync(withColumn("conversion_ratio", ColumnType.TEXT, 1));

    assertThat(counts(chosen)).isEqualTo("published 1");
    assertThat(history.files.standing().get(FILE)).contains("\"high\"");
  }

  @Test
  void givesNewColumnsTheNextNumbersAndKeepsThoseThatThereAre() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 4
                ? FakeVidiCenter.finished(
                    row(1, "2024-03-04 10:00:00", "zeta", "1", "alpha", "\"x\""))
                : FakeVidiCenter.finished(row(1, "2024-03-03 10:00:00", "beta", "2", "zeta", "3")));

    history.sync(viewers(1));

    assertThat(columns())
        .containsExactly(
            "1:location_id:WHOLE",
            "2:period_start:TIMESTAMP",
            "3:watcher_count:WHOLE",
            "4:dwell_time_in_tenths_of_sec:WHOLE",
            "5:attention_time_in_tenths_of_sec:WHOLE",
            "6:conversion_ratio:DECIMAL",
            "7:alpha:TEXT",
            "8:zeta:TEXT",
            "9:beta:TEXT");
    assertThat(header()).endsWith("6:conversion_ratio 7:alpha 8:zeta");
    assertThat(history.files.standing().get(slice("2024-03-03", 1).file("txt")))
        .startsWith("1:location_id ")
        .contains("6:conversion_ratio 8:zeta 9:beta\n");
  }

  @Test
  void keepsItsNumbersFromRunToRun() {
    answer(row(1, "2024-03-04 10:00:00", "zeta", "1"));
    history.sync(viewers(1));
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    answer(row(1, "2024-03-03 10:00:00", "alpha", "1"));

    history.sync(viewers(1));

    assertThat(columns()).endsWith("7:zeta:TEXT", "8:alpha:TEXT");
  }

  @Test
  void writesAColumnNamedLikeThePartitionUnderAnotherName() {
    answer(row(1, "2024-03-04 10:00:00", "date", "\"today\""));

    history.sync(viewers(1));

    assertThat(header()).endsWith("7:date_2");
    assertThat(history.ledger.exports().get(0).columns())
        .endsWith(new NumberedColumn(7, "date", "date_2", ColumnType.TEXT));
  }

  @Test
  void hasTheSameFingerprintWhateverTheOrderOfRowsAndKeys() {
    answer(
        FakeRow.of("location_id", "1", "period_start", "\"2024-03-04 10:00:00\""),
        FakeRow.of("location_id", "1", "period_start", "\"2024-03-04 11:00:00\""));
    history.sync(viewers(1));
    String first = known().fingerprint();
    history.ledger.noteAsked(slice(DAY, 1), SyncScenario.NOW);
    answer(
        FakeRow.of("period_start", "\"2024-03-04 11:00:00\"", "location_id", "1"),
        FakeRow.of("period_start", "\"2024-03-04 10:00:00\"", "location_id", "1"));

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("unchanged 1");
    assertThat(known().fingerprint()).isEqualTo(first);
  }

  @Test
  void replacesTheFileOfASliceWhoseRowsCameOtherwise() {
    history.sync(viewers(1));
    history.ledger.noteAsked(slice(DAY, 1), SyncScenario.NOW);
    history.session.answers(
        request ->
            FakeVidiCenter.finished(row(1, "2024-03-04 10:00:00", "conversion_ratio", "1.5")));
    history.later(2);

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("replaced 1");
    assertThat(known().revision()).isEqualTo(2);
    assertThat(known().builtAt()).as("another build").isEqualTo(history.time.now());
    assertThat(history.files.replaced()).hasSize(1);
  }
}

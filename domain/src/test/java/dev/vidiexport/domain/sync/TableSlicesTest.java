package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.inTable;
import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SampleExports.withColumn;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static dev.vidiexport.domain.sync.SyncScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryLedger.Change;
import dev.vidiexport.domain.port.InMemorySliceTables;
import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that go into a table. */
class TableSlicesTest {
  private static final SliceKey DAY = slice("2024-03-04", 1);

  private static final SliceKey BOTH = slice("2024-03-04", 1, 2);

  private final SyncScenario history = new SyncScenario();
  private final InMemorySliceTables tables = new InMemorySliceTables();

  @BeforeEach
  void lookAtTheNewestDayAlone() {
    history.store = tables;
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
  }

  private void answerWithoutRows() {
    history.session.answers(request -> FakeVidiCenter.finished());
  }

  private SliceAnswer known() {
    return history.ledger.slice(DAY).flatMap(SliceRecord::answer).orElseThrow();
  }

  private SyncResult sync() {
    return history.sync(inTable(viewers(1)));
  }

  @Test
  void haveRowsAndNoFile() {
    SyncResult result = sync();

    assertThat(counts(result)).isEqualTo("published 1");
    assertThat(tables.rows()).containsOnlyKeys(DAY.id());
    assertThat(known().hasRows()).isTrue();
    assertThat(known().file()).isEmpty();
    assertThat(history.ledger.exports().get(0).fixed()).containsEntry("table", "viewers");
  }

  @Test
  void areToldWithAllColumnsByNumberAndWithWhatTheyReplace() {
    history.session.answers(
        request -> FakeVidiCenter.finished(row(1, "2024-03-04 10:00:00", "zeta", "1")));
    sync();
    SliceAnswer first = known();
    history.session.answers(SyncScenario::rows);

    SyncResult result = history.sync(inTable(withColumn("watcher_count", ColumnType.DECIMAL, 1)));

    assertThat(counts(result)).isEqualTo("replaced 1");
    assertThat(tables.replacements()).hasSize(2);
    assertThat(tables.replacements().get(0).earlier()).isEmpty();
    assertThat(tables.replacements().get(1).earlier()).contains(first);
    assertThat(tables.replacements().get(1).answer()).isEqualTo(known());
    assertThat(tables.replacements().get(1).at()).isEqualTo(SyncScenario.NOW);
    assertThat(tables.replacements().get(1).columns())
        .extracting(NumberedColumn::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(tables.replacements().get(1).columns())
        .contains(new NumberedColumn(7, "zeta", "zeta", ColumnType.TEXT));
  }

  @Test
  void loseTheRowsOfALostAnswerWhereThereAreNoneAnyMore() {
    sync();
    history.ledger.noteLost(DAY);
    answerWithoutRows();

    SyncResult result = sync();

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(tables.rows()).isEmpty();
    assertThat(tables.replacements().get(1).earlier()).isEmpty();
    assertThat(known().revision()).isEqualTo(2);
    assertThat(history.ledger.publications()).isEmpty();
    assertThat(history.ledger.changes())
        .extracting(Change::toString)
        .endsWith("2024-03-05T06:00:00Z|viewers|2024-03-04||replaced|2|0");
  }

  @Test
  void loseThemOnceMoreWhereARunDiedBeforeItCouldNoteThat() {
    sync();
    history.ledger.noteLost(DAY);
    answerWithoutRows();
    tables.failAfterCommit(Optional.of(FailureReason.SLICE_UNCERTAIN));
    assertThat(sync().ending().orElseThrow().reason()).isEqualTo(FailureReason.SLICE_UNCERTAIN);
    tables.failAfterCommit(Optional.empty());
    history.takeAsked();

    sync();

    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.state(DAY)).isEqualTo(SliceState.COMPLETE);
    assertThat(known().hasRows()).isFalse();
    assertThat(known().revision()).isEqualTo(2);
    assertThat(tables.rows()).isEmpty();
  }

  /** Whose rows would else stand beside those of another slice of the same source. */
  @Test
  void goWithALostSliceThatIsForgottenBecauseASourceHasLeft() {
    loseBoth();

    SyncResult result = history.sync(inTable(viewers(2)));

    assertThat(counts(result)).isEqualTo("published 1");
    assertThat(tables.rows()).containsOnlyKeys(slice("2024-03-04", 2).id());
    assertThat(history.ledger.slice(BOTH)).isEmpty();
    assertThat(history.ledger.publications()).isEmpty();
  }

  @Test
  void goWithALostSliceThatIsHalved() {
    loseBoth();
    refuseBoth();

    SyncResult result = history.sync(inTable(viewers(1, 2)));

    assertThat(counts(result)).isEqualTo("published 2");
    assertThat(tables.rows()).containsOnlyKeys(DAY.id(), slice("2024-03-04", 2).id());
    assertThat(history.ledger.slice(BOTH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forget", "noteHalved"})
  void areRemovedOnceMoreWhereARunDiedBeforeItCouldForgetTheirSlice(String step) {
    loseBoth();
    refuseBoth();
    long[] asked = step.equals("forget") ? new long[] {2} : new long[] {1, 2};
    history.onLedger =
        method -> {
          if (method.equals(step)) {
            throw new IllegalStateException("It died.");
          }
        };
    SyncResult dead = history.sync(inTable(viewers(asked)));
    history.onLedger = method -> {};
    assertThat(dead.ending()).isPresent();
    assertThat(history.ledger.slice(BOTH)).as("known until nothing stands of it").isPresent();
    assertThat(history.ledger.publications()).isEmpty();

    SyncResult result = history.sync(inTable(viewers(asked)));

    assertThat(result.isComplete()).isTrue();
    assertThat(tables.rows()).doesNotContainKey(BOTH.id()).hasSize(asked.length);
  }

  @ParameterizedTest
  @EnumSource(names = {"SLICE_UNCERTAIN", "OUTPUT_UNUSABLE"})
  void keepTheirSliceInTheLedgerWhereTheyCannotBeRemoved(FailureReason reason) {
    loseBoth();
    tables.failBeforeCommit(Optional.of(reason));

    SyncResult result = history.sync(inTable(viewers(2)));

    assertThat(result.ending().orElseThrow().reason()).isEqualTo(reason);
    assertThat(tables.rows()).containsOnlyKeys(BOTH.id());
    assertThat(history.ledger.slice(BOTH)).isPresent();
    tables.failBeforeCommit(Optional.empty());
    history.sync(inTable(viewers(2)));
    assertThat(tables.rows()).containsOnlyKeys(slice("2024-03-04", 2).id());
  }

  private void loseBoth() {
    history.sync(inTable(viewers(1, 2)));
    history.ledger.noteLost(BOTH);
  }

  private void refuseBoth() {
    history.session.answers(
        request ->
            ScriptedSession.sources(request).equals("1,2")
                ? SyncScenario.failing(FailureReason.EXPORT_TOO_LARGE)
                : SyncScenario.rows(request));
  }

  /** As of a ledger that says that there are none, beside which an older table was put back. */
  @Test
  void goWhereAnAnswerWithoutRowsWasLost() {
    answerWithoutRows();
    sync();
    tables.put(DAY, "left over");
    history.ledger.noteLost(DAY);

    SyncResult result = sync();

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(tables.rows()).isEmpty();
    assertThat(known().revision()).isEqualTo(2);
  }

  @Test
  void areNotTouchedByTheFirstAnswerOfASliceThatHasNoRows() {
    answerWithoutRows();

    assertThat(counts(sync())).isEqualTo("empty 1");
    assertThat(tables.replacements()).isEmpty();
    assertThat(known().revision()).isEqualTo(1);
  }

  @Test
  void areFoundByTheNextRunWhereNobodyKnewWhetherTheyWereCommitted() {
    tables.failAfterCommit(Optional.of(FailureReason.SLICE_UNCERTAIN));
    SyncResult uncertain = sync();
    assertThat(uncertain.ending().orElseThrow().reason()).isEqualTo(FailureReason.SLICE_UNCERTAIN);
    assertThat(history.ledger.publications()).hasSize(1);
    tables.failAfterCommit(Optional.empty());
    history.takeAsked();

    sync();

    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.state(DAY)).isEqualTo(SliceState.COMPLETE);
    assertThat(history.ledger.publications()).isEmpty();
  }

  /** The ledger knew nothing of them when the settings were looked at first. */
  @Test
  void fixTheSettingsAsSoonAsTheyAreFound() {
    tables.failAfterCommit(Optional.of(FailureReason.SLICE_UNCERTAIN));
    history.sync(inTable(withColumn("watcher_count", ColumnType.TEXT, 1)));
    tables.failAfterCommit(Optional.empty());
    history.takeAsked();

    SyncResult result = history.sync(inTable(withColumn("watcher_count", ColumnType.DECIMAL, 1)));

    assertThat(result.ending().orElseThrow().reason())
        .isEqualTo(FailureReason.HISTORY_SETTINGS_FIXED);
    assertThat(history.takeAsked()).isEmpty();
    assertThat(tables.replacements()).hasSize(1);
  }

  @Test
  void areAskedForAgainWhereTheNextRunFindsThemNotCommitted() {
    tables.failBeforeCommit(Optional.of(FailureReason.SLICE_UNCERTAIN));
    sync();
    tables.failBeforeCommit(Optional.empty());

    assertThat(counts(sync())).isEqualTo("published 1");
    assertThat(tables.rows()).containsOnlyKeys(DAY.id());
  }

  @Test
  void areRefusedWhereTheDatabaseCannotKeepThemAndLeaveNothingOpen() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    tables.failBeforeCommit(Optional.of(FailureReason.ROWS_NOT_KEPT));

    SyncResult result = history.sync(inTable(viewers(1, 2)));

    assertThat(counts(result)).isEqualTo("refused 2");
    assertThat(missing(result)).allMatch(line -> line.contains("The database says ROWS_NOT_KEPT."));
    assertThat(result.ending()).isEmpty();
    assertThat(history.ledger.publications()).isEmpty();
    assertThat(history.state(slice("2024-03-04", 1, 2))).isEqualTo(SliceState.REFUSED);
    assertThat(tables.rows()).isEmpty();
  }

  /** Or the name that one of them cannot have would keep all others out, in every run to come. */
  @Test
  void areNotToldOfAColumnThatOnlyRefusedRowsHave() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    tables.keepNoColumn("zeta");
    history.session.answers(
        request ->
            request.start().toLocalDate().equals(LocalDate.of(2024, 3, 4))
                ? FakeVidiCenter.finished(row(1, "2024-03-04 10:00:00", "zeta", "1"))
                : SyncScenario.rows(request));

    SyncResult result = sync();
    SyncResult next = sync();

    assertThat(counts(result)).isEqualTo("published 1, refused 1");
    assertThat(counts(next)).isEqualTo("remaining 1");
    assertThat(tables.rows()).containsOnlyKeys(slice("2024-03-03", 1).id());
    assertThat(history.ledger.columns("viewers"))
        .extracting(NumberedColumn::name)
        .doesNotContain("zeta")
        .isNotEmpty();
  }

  @Test
  void areCalledATableWhereAnAnswerHasLess() {
    history.session.answers(request -> SyncScenario.hours(request, 24, 10, "first build"));
    sync();
    history.ledger.noteAsked(DAY, SyncScenario.NOW);
    history.session.answers(request -> SyncScenario.hours(request, 23, 10, "second build"));

    SyncResult result = sync();

    assertThat(counts(result)).isEqualTo("failed 1");
    assertThat(missing(result))
        .containsExactly(
            "2024-03-04 1: The new answer has less than the table: 23 measured periods of location"
                + " 1 where the table has 24.");
  }
}

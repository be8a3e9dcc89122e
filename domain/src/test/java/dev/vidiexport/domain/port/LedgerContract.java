package dev.vidiexport.domain.port;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.answer;
import static dev.vidiexport.domain.port.SampleSlices.failure;
import static dev.vidiexport.domain.port.SampleSlices.refusal;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is true of every {@link Ledger}. */
public abstract class LedgerContract {
  private static final SliceKey DAY = slice("viewers", "2024-02-29", 1056, 1057);
  private static final SliceKey NEXT = slice("viewers", "2024-03-01", 1056, 1057);

  private Ledger ledger;

  /** Opens the ledger of this test: an empty one first, later the same with what was noted. */
  protected abstract Ledger open();

  /** Opens another ledger, which has nothing to do with that of this test. */
  protected abstract Ledger openAnother();

  /**
   * The rows of {@code changes} but for their size, their values joined with bars; nothing for
   * null.
   */
  protected abstract List<String> changes();

  @BeforeEach
  void begin() {
    ledger = open();
  }

  @AfterEach
  void end() {
    ledger.close();
  }

  private void openAgain() {
    ledger.close();
    ledger = open();
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(ledger.host()).isEmpty();
    assertThat(ledger.lastRun()).isEmpty();
    assertThat(ledger.exports()).isEmpty();
    assertThat(slices("viewers")).isEmpty();
    assertThat(ledger.topology()).isEmpty();
    assertThat(ledger.publications()).isEmpty();
    assertThat(changes()).isEmpty();
  }

  @Test
  void keepsItsId() {
    Optional<String> id = ledger.id();
    ledger.noteRun(new RunStart("a.example.com", NOON));
    openAgain();

    assertThat(ledger.id()).isEqualTo(id);
    assertThat(id).get().asString().matches("[0-9a-f]{32}");
  }

  @Test
  void hasAnIdOfItsOwn() {
    try (Ledger another = openAnother()) {
      assertThat(ledger.id()).isNotEqualTo(another.id());
    }
  }

  @Test
  void keepsTheHostOfTheFirstRun() {
    ledger.noteRun(new RunStart("a.example.com", NOON));
    ledger.noteRun(new RunStart("b.example.com", NOON.plusSeconds(1)));

    assertThat(ledger.host()).contains("a.example.com");
  }

  @Test
  void tellsWhenTheLastRunBegan() {
    ledger.noteRun(new RunStart("a.example.com", NOON));
    ledger.noteRun(new RunStart("a.example.com", NOON.plus(Duration.ofDays(1)).plusMillis(999)));

    assertThat(ledger.lastRun()).contains(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void hasWhatIsAskedForUnderWay() {
    ledger.noteAsked(DAY, NOON);

    assertThat(slices("viewers"))
        .containsExactly(
            new SliceRecord(DAY, SliceState.MISSING, Optional.empty(), Optional.empty(), true, 1));
    assertThat(changes()).isEmpty();
  }

  @Test
  void countsEveryAttempt() {
    ledger.noteAsked(DAY, NOON);
    ledger.noteFailed(DAY, failure());
    ledger.noteAsked(DAY, NOON);
    publish(DAY, answer(DAY, 5));
    ledger.noteAsked(DAY, NOON);

    assertThat(only("viewers").attempts()).isEqualTo(3);
  }

  @Test
  void keepsWhatItKnowsOfASliceThatIsAskedForAgain() {
    publish(DAY, answer(DAY, 5));
    ledger.noteFailed(DAY, failure());

    ledger.noteAsked(DAY, NOON);

    assertThat(only("viewers").answer()).contains(answer(DAY, 5));
    assertThat(only("viewers").failure()).contains(failure());
    assertThat(only("viewers").underWay()).isTrue();
  }

  @Test
  void countsNothingThatIsOnlyAnnounced() {
    ledger.noteAsked(DAY, NOON);
    SliceRecord before = only("viewers");

    ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, COLUMNS, SliceFacts.NONE);

    assertThat(only("viewers")).isEqualTo(before);
    assertThat(ledger.exports()).containsExactly(LedgerExport.of("viewers"));
    assertThat(changes()).isEmpty();
  }

  @Test
  void tellsWhatIsAnnouncedInItsOrder() {
    publish(NEXT, answer(NEXT, 5));
    ledger.notePublishing(NEXT, answer(NEXT, 6, 2), IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublishing(DAY, answer(DAY, 7), IDENTITY, COLUMNS, SliceFacts.NONE);

    assertThat(ledger.publications())
        .containsExactly(
            new Publication(NEXT, answer(NEXT, 6, 2), Optional.of(answer(NEXT, 5))),
            new Publication(DAY, answer(DAY, 7), Optional.empty()));
  }

  @Test
  void forgetsWhatWasAnnouncedBeforeForTheSameSlice() {
    ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublishing(
        DAY,
        answer(DAY, 6),
        IDENTITY,
        List.of(new NumberedColumn(1, "site_id", "site_id", ColumnType.WHOLE)),
        SliceFacts.NONE);
    ledger.notePublished(DAY, NOON);

    assertThat(only("viewers").answer()).contains(answer(DAY, 6));
    assertThat(onlyExport().columns()).extracting(NumberedColumn::name).containsExactly("site_id");
  }

  @Test
  void completesASliceWhenItsFileIsThere() {
    ledger.noteAsked(DAY, NOON);
    ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, COLUMNS, SliceFacts.NONE);

    ledger.notePublished(DAY, NOON.plusSeconds(7));

    assertThat(slices("viewers"))
        .containsExactly(
            new SliceRecord(
                DAY, SliceState.COMPLETE, Optional.of(answer(DAY, 5)), Optional.empty(), false, 1));
    assertThat(ledger.publications()).isEmpty();
    assertThat(changes())
        .containsExactly(
            "2024-03-01T12:00:07Z|viewers|2024-02-29|%s|published|1|5"
                .formatted(DAY.file("parquet")));
  }

  /** They may be in no file. */
  @Test
  void takesRowsWithoutAFileForRows() {
    SliceAnswer answer = answer(Optional.empty(), 5, 1);

    publish(DAY, answer);

    assertThat(only("viewers").answer()).contains(answer);
    assertThat(onlyExport()).isEqualTo(new LedgerExport("viewers", IDENTITY.fixed(), COLUMNS));
    assertThat(ledger.rowSpan("viewers")).isPresent();
    assertThat(changes()).singleElement().asString().endsWith("|2024-02-29||published|1|5");
  }

  @Test
  void keepsAllThatIsToldOfAnAnswer() {
    SliceKey month =
        new SliceKey(
            "viewers",
            TimeWindow.around(WindowLength.MONTH, LocalDate.parse("1999-12-01")),
            SourceSet.of(SourceKind.SITE_TAGS, Long.MAX_VALUE));
    SliceAnswer answer =
        new SliceAnswer(
            Optional.of(new PublishedFile(month.file("jsonl.gz"), Long.MAX_VALUE, "f".repeat(64))),
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "0".repeat(32),
            Integer.MAX_VALUE,
            Optional.empty(),
            NOON.plusMillis(1),
            NOON.minusMillis(1),
            "Zweites Ümlaut");

    publish(month, answer);
    openAgain();

    assertThat(only("viewers").answer()).contains(answer);
    assertThat(only("viewers").key()).isEqualTo(month);
  }

  @Test
  void fixesAnExportByItsFirstFile() {
    publish(DAY, answer(DAY, 5));

    assertThat(ledger.exports())
        .containsExactly(new LedgerExport("viewers", IDENTITY.fixed(), COLUMNS));
  }

  @Test
  void keepsWhatIsFixedInItsOrder() {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("window", "1d");
    fixed.put("data_type", "viewers");
    fixed.put("extrapolation_amount", "");
    ledger.notePublishing(
        DAY,
        answer(DAY, 5),
        new ExportIdentity(fixed, "writing", "asking"),
        COLUMNS,
        SliceFacts.NONE);
    ledger.notePublished(DAY, NOON);

    openAgain();

    assertThat(onlyExport().fixed()).containsExactlyEntriesOf(fixed);
  }

  @Test
  void changesNothingThatIsFixed() {
    publish(DAY, answer(DAY, 5));
    ExportIdentity other = new ExportIdentity(Map.of("data_type", "ots"), "writing", "asking");
    ledger.notePublishing(NEXT, answer(NEXT, 5), other, COLUMNS, SliceFacts.NONE);
    ledger.notePublished(NEXT, NOON);

    assertThat(onlyExport().fixed()).isEqualTo(IDENTITY.fixed());
  }

  @Test
  void addsColumnsToThoseThatItKnows() {
    List<NumberedColumn> more = new ArrayList<>(COLUMNS);
    more.add(new NumberedColumn(3, "gender", "gender", ColumnType.NESTED));
    publish(DAY, answer(DAY, 5));
    ledger.notePublishing(DAY, answer(DAY, 6, 2), IDENTITY, more, SliceFacts.NONE);
    publish(NEXT, answer(NEXT, 5));

    ledger.notePublished(DAY, NOON);

    assertThat(onlyExport().columns()).isEqualTo(more);
  }

  @Test
  void givesAColumnTheTypeThatItHasInTheLastFile() {
    NumberedColumn changed = new NumberedColumn(2, "date", "date_2", ColumnType.WHOLE);
    publish(DAY, answer(DAY, 5));

    ledger.notePublishing(
        NEXT, answer(NEXT, 5), IDENTITY, List.of(COLUMNS.get(0), changed), SliceFacts.NONE);
    ledger.notePublished(NEXT, NOON);

    assertThat(onlyExport().columns()).containsExactly(COLUMNS.get(0), changed);
  }

  @Test
  void knowsWhatColumnsMeanAndWhichWereAdded() {
    List<NumberedColumn> more = new ArrayList<>(COLUMNS);
    more.add(added(3, "period_date", "period_date", ColumnType.TEXT, ColumnMeaning.DATE));
    more.add(added(4, "period_utc", "period_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC));
    more.add(added(5, "date", "date_3", ColumnType.WHOLE, ColumnMeaning.PLAIN));

    ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, more, SliceFacts.NONE);
    openAgain();
    ledger.notePublished(DAY, NOON);
    openAgain();

    assertThat(onlyExport().columns()).isEqualTo(more);
  }

  @Test
  void givesAColumnTheMeaningThatItHasInTheLastFile() {
    publish(DAY, answer(DAY, 5));
    NumberedColumn day =
        new NumberedColumn(2, "date", "date_2", ColumnType.TEXT, ColumnMeaning.DATE, false);

    ledger.notePublishing(
        NEXT, answer(NEXT, 5), IDENTITY, List.of(COLUMNS.get(0), day), SliceFacts.NONE);
    ledger.notePublished(NEXT, NOON);

    assertThat(onlyExport().columns()).containsExactly(COLUMNS.get(0), day);
  }

  @Test
  void letsNoReceivedColumnBecomeAnAddedOne() {
    publish(DAY, answer(DAY, 5));
    List<NumberedColumn> others =
        List.of(added(2, "date", "date_2", ColumnType.TEXT, ColumnMeaning.PLAIN));

    assertThatThrownBy(
            () -> ledger.notePublishing(NEXT, answer(NEXT, 5), IDENTITY, others, SliceFacts.NONE))
        .isInstanceOf(IllegalStateException.class);

    assertThat(onlyExport().columns()).isEqualTo(COLUMNS);
  }

  private static NumberedColumn added(
      int number, String called, String name, ColumnType type, ColumnMeaning meaning) {
    return new NumberedColumn(number, called, name, type, meaning, true);
  }

  @Test
  void letsNoColumnBecomeAnother() {
    publish(DAY, answer(DAY, 5));
    List<NumberedColumn> others =
        List.of(new NumberedColumn(2, "gate_id", "gate_id", ColumnType.TEXT));

    assertThatThrownBy(
            () -> ledger.notePublishing(NEXT, answer(NEXT, 5), IDENTITY, others, SliceFacts.NONE))
        .isInstanceOf(IllegalStateException.class);

    assertThat(ledger.publications()).isEmpty();
    assertThat(onlyExport().columns()).isEqualTo(COLUMNS);
  }

  @Test
  void tellsThatAFileWasReplaced() {
    publish(DAY, answer(DAY, 5));

    publish(DAY, answer(DAY, 6, 2));

    assertThat(changes()).hasSize(2);
    assertThat(changes().get(1))
        .isEqualTo(
            "2024-03-01T12:00:00Z|viewers|2024-02-29|%s|replaced|2|6"
                .formatted(DAY.file("parquet")));
  }

  @Test
  void leavesASliceAsItWasWhenItsFileIsNotThere() {
    publish(DAY, answer(DAY, 5));
    ledger.noteAsked(DAY, NOON);
    SliceRecord before = only("viewers");
    ledger.notePublishing(DAY, answer(DAY, 6, 2), IDENTITY, COLUMNS, SliceFacts.NONE);

    ledger.noteUnpublished(DAY);

    assertThat(only("viewers")).isEqualTo(before);
    assertThat(ledger.publications()).isEmpty();
    assertThat(changes()).hasSize(1);
  }

  @Test
  void publishesNothingThatWasNotAnnounced() {
    ledger.noteAsked(DAY, NOON);

    assertThatThrownBy(() -> ledger.notePublished(DAY, NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ledger.noteUnpublished(NEXT))
        .isInstanceOf(IllegalStateException.class);

    assertThat(only("viewers").answer()).isEmpty();
  }

  @Test
  void completesASliceWithoutRows() {
    ledger.noteAsked(DAY, NOON);

    ledger.noteEmpty(DAY, answer(DAY, 0), SliceFacts.NONE, NOON);

    assertThat(slices("viewers"))
        .containsExactly(
            new SliceRecord(
                DAY, SliceState.COMPLETE, Optional.of(answer(DAY, 0)), Optional.empty(), false, 1));
    assertThat(changes()).containsExactly("2024-03-01T12:00:00Z|viewers|2024-02-29||empty|1|0");
    assertThat(onlyExport().fixed()).isEmpty();
  }

  @Test
  void tellsWhichFileWentWithItsRows() {
    publish(DAY, answer(DAY, 5));
    ledger.notePublishing(DAY, answer(DAY, 0, 2), IDENTITY, COLUMNS, SliceFacts.NONE);

    ledger.noteEmpty(DAY, answer(DAY, 0, 2), SliceFacts.NONE, NOON);

    assertThat(only("viewers").answer()).contains(answer(DAY, 0, 2));
    assertThat(ledger.publications()).isEmpty();
    assertThat(changes().get(1))
        .isEqualTo(
            "2024-03-01T12:00:00Z|viewers|2024-02-29|%s|replaced|2|0"
                .formatted(DAY.file("parquet")));
  }

  @Test
  void tellsTheSameWhenThatWasAnnounced() {
    publish(DAY, answer(DAY, 5));

    publish(DAY, answer(DAY, 0, 2));

    assertThat(only("viewers").answer()).contains(answer(DAY, 0, 2));
    assertThat(changes().get(1))
        .isEqualTo(
            "2024-03-01T12:00:00Z|viewers|2024-02-29|%s|replaced|2|0"
                .formatted(DAY.file("parquet")));
  }

  /** Of which something may stand all the same. */
  @Test
  void tellsTheSameOfALostSlice() {
    publish(DAY, answer(DAY, 5));
    ledger.noteLost(DAY);
    ledger.notePublishing(DAY, answer(DAY, 0, 2), IDENTITY, COLUMNS, SliceFacts.NONE);
    assertThat(ledger.publications())
        .containsExactly(new Publication(DAY, answer(DAY, 0, 2), Optional.empty()));

    ledger.notePublished(DAY, NOON);

    assertThat(only("viewers").state()).isEqualTo(SliceState.COMPLETE);
    assertThat(only("viewers").answer()).contains(answer(DAY, 0, 2));
    assertThat(changes().get(1)).isEqualTo("2024-03-01T12:00:00Z|viewers|2024-02-29||replaced|2|0");
  }

  @Test
  void keepsTheFileOfAnAnswerThatIsTheSame() {
    publish(DAY, answer(DAY, 5));
    SliceAnswer same =
        new SliceAnswer(
            answer(DAY, 5).file(),
            5,
            4,
            answer(DAY, 5).fingerprint(),
            1,
            Optional.of("2024-03-02 11:00:00"),
            NOON.plus(Duration.ofDays(1)),
            NOON.plus(Duration.ofDays(1)),
            IDENTITY.writing());
    ledger.noteAsked(DAY, NOON);

    ledger.noteUnchanged(DAY, same, NOON.plus(Duration.ofDays(1)));

    assertThat(only("viewers").answer()).contains(same);
    assertThat(only("viewers").underWay()).isFalse();
    assertThat(changes().get(1))
        .isEqualTo(
            "2024-03-02T12:00:00Z|viewers|2024-02-29|%s|unchanged|1|5"
                .formatted(DAY.file("parquet")));
  }

  @Test
  void hasNothingUnchangedThatWasNotThere() {
    ledger.noteAsked(DAY, NOON);

    assertThatThrownBy(() -> ledger.noteUnchanged(DAY, answer(DAY, 5), NOON))
        .isInstanceOf(IllegalStateException.class);

    assertThat(only("viewers").answer()).isEmpty();
    assertThat(changes()).isEmpty();
  }

  @Test
  void failsASliceThatHasNoAnswer() {
    ledger.noteAsked(DAY, NOON);

    ledger.noteFailed(DAY, failure());
    ledger.noteFailed(NEXT, refusal(2));

    assertThat(slices("viewers"))
        .containsExactly(
            new SliceRecord(
                DAY, SliceState.FAILED, Optional.empty(), Optional.of(failure()), false, 1),
            new SliceRecord(
                NEXT, SliceState.REFUSED, Optional.empty(), Optional.of(refusal(2)), false, 0));
  }

  @Test
  void leavesASliceCompleteThatFailsLater() {
    publish(DAY, answer(DAY, 5));

    ledger.noteFailed(DAY, refusal(1));

    assertThat(only("viewers").state()).isEqualTo(SliceState.COMPLETE);
    assertThat(only("viewers").failure()).contains(refusal(1));
    assertThat(only("viewers").answer()).contains(answer(DAY, 5));
  }

  @Test
  void forgetsAFailureWhenThereIsAnAnswer() {
    ledger.noteFailed(DAY, failure());
    publish(DAY, answer(DAY, 5));
    ledger.noteFailed(NEXT, failure());
    ledger.noteEmpty(NEXT, answer(NEXT, 0), SliceFacts.NONE, NOON);

    assertThat(slices("viewers")).extracting(SliceRecord::failure).containsOnly(Optional.empty());
  }

  @Test
  void putsHalvesInPlaceOfTheWhole() {
    SliceKey first = slice("viewers", "2024-02-29", 1056);
    SliceKey second = slice("viewers", "2024-02-29", 1057);
    ledger.noteAsked(DAY, NOON);
    ledger.noteFailed(second, refusal(1));

    ledger.noteHalved(DAY, first, second);

    assertThat(slices("viewers"))
        .containsExactly(
            new SliceRecord(
                first, SliceState.MISSING, Optional.empty(), Optional.empty(), false, 0),
            new SliceRecord(
                second, SliceState.REFUSED, Optional.empty(), Optional.of(refusal(1)), false, 0));
  }

  @Test
  void halvesNothingThatHasAnAnswer() {
    publish(DAY, answer(DAY, 5));
    ledger.notePublishing(NEXT, answer(NEXT, 5), IDENTITY, COLUMNS, SliceFacts.NONE);

    for (SliceKey whole : List.of(DAY, NEXT, slice("viewers", "2024-04-01", 1))) {
      assertThatThrownBy(
              () ->
                  ledger.noteHalved(
                      whole,
                      slice("viewers", whole.window().label(), 1056),
                      slice("viewers", whole.window().label(), 1057)))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(slices("viewers")).extracting(SliceRecord::key).containsExactly(DAY, NEXT);
  }

  @Test
  void forgetsSlicesWithoutAnAnswerAndNoOthers() {
    ledger.noteFailed(DAY, failure());
    ledger.noteFailed(NEXT, failure());

    ledger.forget("viewers", List.of(DAY, slice("viewers", "2024-04-01", 1)));

    assertThat(slices("viewers")).extracting(SliceRecord::key).containsExactly(NEXT);
  }

  @Test
  void forgetsNothingThatHasAnAnswer() {
    publish(DAY, answer(DAY, 5));
    ledger.notePublishing(NEXT, answer(NEXT, 5), IDENTITY, COLUMNS, SliceFacts.NONE);

    for (SliceKey key : List.of(DAY, NEXT)) {
      assertThatThrownBy(() -> ledger.forget("viewers", List.of(key)))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(slices("viewers")).extracting(SliceRecord::key).containsExactly(DAY, NEXT);
  }

  @Test
  void retiresTheseSlicesAndNoOthers() {
    SliceKey other = slice("ots", "2024-02-29", 1056, 1057);
    publish(DAY, answer(DAY, 5));
    ledger.noteFailed(NEXT, failure());
    ledger.noteFailed(other, failure());
    ledger.noteRetired("ots", List.of(other));
    ledger.noteRetired("viewers", List.of(DAY));
    ledger.noteRetired("viewers", List.of(NEXT));

    assertThat(slices("viewers"))
        .extracting(SliceRecord::state)
        .containsExactly(SliceState.COMPLETE, SliceState.RETIRED);
    assertThat(only("ots").state()).isEqualTo(SliceState.RETIRED);
    assertThat(slices("viewers").get(1).failure()).contains(failure());
  }

  @Test
  void retiresNothingThatItDoesNotKnow() {
    ledger.noteFailed(DAY, failure());

    assertThatThrownBy(() -> ledger.noteRetired("viewers", List.of(DAY, NEXT)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(only("viewers").state()).isEqualTo(SliceState.FAILED);
  }

  @Test
  void hasNothingRetiredThatIsAskedFor() {
    ledger.noteFailed(DAY, failure());
    ledger.noteRetired("viewers", List.of(DAY));

    ledger.noteAsked(DAY, NOON);

    assertThat(only("viewers").state()).isEqualTo(SliceState.FAILED);
  }

  @Test
  void showsSlicesByWindowAndFirstSource() {
    SliceKey[] inOrder = {
      slice("viewers", "1969-12-31", 90),
      slice("viewers", "2024-02-29", 9, 11),
      slice("viewers", "2024-02-29", 9, 10),
      slice("viewers", "2024-02-29", 10),
      slice("viewers", "2024-03-01", 9),
    };
    for (int slice : new int[] {4, 1, 3, 0, 2}) {
      ledger.noteAsked(inOrder[slice], NOON);
    }

    assertThat(slices("viewers")).extracting(SliceRecord::key).containsExactly(inOrder);
  }

  @Test
  void goesThroughSlicesWindowByWindow() {
    SliceKey early = slice("viewers", "1969-12-31", 90);
    SliceKey second = slice("viewers", "2024-02-29", 9, 11);
    SliceKey third = slice("viewers", "2024-02-29", 10);
    for (SliceKey key : List.of(third, early, second, slice("zones", "2024-03-01", 1))) {
      ledger.noteAsked(key, NOON);
    }
    publish(second, answer(second, 5));

    assertThat(ledger.windowAfter("viewers", Optional.empty())).contains(early.window());
    assertThat(ledger.windowAfter("viewers", Optional.of(early.window())))
        .contains(second.window());
    assertThat(ledger.windowAfter("viewers", Optional.of(second.window()))).isEmpty();
    assertThat(ledger.windowAfter("nobody", Optional.empty())).isEmpty();
    assertThat(ledger.slicesIn("viewers", second.window()))
        .isEqualTo(slices("viewers").subList(1, 3));
    assertThat(ledger.slicesIn("viewers", second.window().next())).isEmpty();
  }

  @Test
  void showsTheSlicesOfOneExport() {
    ledger.noteAsked(slice("ots", "2024-02-29", 1), NOON);
    ledger.noteAsked(DAY, NOON);
    ledger.noteAsked(slice("zones", "2024-02-29", 1), NOON);

    assertThat(slices("viewers")).extracting(SliceRecord::key).containsExactly(DAY);
    assertThat(slices("nobody")).isEmpty();
    assertThat(ledger.exports())
        .extracting(LedgerExport::name)
        .containsExactly("ots", "viewers", "zones");
  }

  @Test
  void hasOneObjectForTheSameSources() {
    ledger.noteAsked(DAY, NOON);
    ledger.noteAsked(slice("viewers", "2024-03-01", 1057, 1056), NOON);

    openAgain();

    List<SliceRecord> slices = slices("viewers");
    assertThat(slices).hasSize(2);
    assertThat(slices.get(0).key().sources()).isSameAs(slices.get(1).key().sources());
  }

  @Test
  void hasTheTopologyAsItWasSeenLast() {
    Location old = location(1056, "Entrance", "2024-02-29T05:00:00");
    Location moved = location(1056, "Entrance", "2024-03-01T05:00:00");
    Network network = new Network(new Id("1"), Optional.empty(), Optional.of("true"), "{}");
    Site site =
        new Site(
            new Id("123456789012345678901234567890"),
            Optional.of(network.id()),
            Optional.of("Mall"),
            Optional.empty(),
            "{\"id\":1}");
    Tag tag = new Tag(new Id("-3"), Optional.of(network.id()), Optional.of("Ü"), "{\"t\":1}");
    Tag other = new Tag(new Id("-3"), Optional.empty(), Optional.empty(), "{\"u\":1}");
    Topology last =
        new Topology(List.of(network), List.of(site), List.of(moved), List.of(tag), List.of(other));
    ledger.noteTopology(
        new Topology(
            List.of(), List.of(), List.of(old, location(7, "Gone", "x")), List.of(), List.of()),
        NOON);

    ledger.noteTopology(last, NOON.plusSeconds(1));
    openAgain();

    assertThat(ledger.topology()).contains(last);
  }

  @Test
  void hasSeenATopologyInWhichNothingIs() {
    Topology nothing = new Topology(List.of(), List.of(), List.of(), List.of(), List.of());

    ledger.noteTopology(nothing, NOON);

    assertThat(ledger.topology()).contains(nothing);
  }

  @Test
  void remembersAllWhenItIsOpenedAgain() {
    ledger.noteRun(new RunStart("a.example.com", NOON));
    ledger.noteAsked(DAY, NOON);
    publish(DAY, answer(DAY, 5));
    ledger.noteAsked(NEXT, NOON);
    ledger.noteFailed(NEXT, refusal(3));
    ledger.noteAsked(NEXT, NOON);
    ledger.notePublishing(NEXT, answer(NEXT, 6), IDENTITY, COLUMNS, SliceFacts.NONE);
    List<SliceRecord> slices = slices("viewers");
    List<LedgerExport> exports = ledger.exports();
    List<Publication> publications = ledger.publications();

    openAgain();

    assertThat(ledger.host()).contains("a.example.com");
    assertThat(ledger.lastRun()).contains(NOON);
    assertThat(slices("viewers")).isEqualTo(slices).hasSize(2);
    assertThat(ledger.exports()).isEqualTo(exports).hasSize(1);
    assertThat(ledger.publications()).isEqualTo(publications).hasSize(1);
  }

  @Test
  void closesMoreThanOnce() {
    ledger.close();
    ledger.close();

    ledger = open();
    assertThat(ledger.exports()).isEmpty();
  }

  private static Location location(long id, String label, String lastUpload) {
    return new Location(
        new Id(String.valueOf(id)),
        Optional.of(new Id("123456789012345678901234567890")),
        Optional.of(label),
        Optional.of("true"),
        Optional.of(lastUpload),
        Optional.of("2020-01-01"),
        Optional.of("-3600"),
        "{\"id\":%s,\"last_upload_timestamp\":\"%s\"}".formatted(id, lastUpload));
  }

  private void publish(SliceKey key, SliceAnswer answer) {
    ledger.notePublishing(key, answer, IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublished(key, NOON);
  }

  private List<SliceRecord> slices(String export) {
    List<SliceRecord> slices = new ArrayList<>();
    ledger.slices(export, slices::add);
    return slices;
  }

  private SliceRecord only(String export) {
    assertThat(slices(export)).hasSize(1);
    return slices(export).get(0);
  }

  private LedgerExport onlyExport() {
    assertThat(ledger.exports()).hasSize(1);
    return ledger.exports().get(0);
  }
}

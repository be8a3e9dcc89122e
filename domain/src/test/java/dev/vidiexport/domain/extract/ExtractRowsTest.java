package dev.vidiexport.domain.extract;

import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.SampleSlices;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtractRowsTest {
  private static final NumberedColumn ID =
      new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE);
  private static final NumberedColumn COUNT =
      new NumberedColumn(2, "watcher_count", "watcher_count", ColumnType.WHOLE);
  private static final NumberedColumn RATIO =
      new NumberedColumn(3, "ratio", "ratio", ColumnType.DECIMAL);
  private static final SliceKey FIRST = slice("viewers", "2024-03-01", 7);
  private static final SliceKey SECOND = slice("viewers", "2024-03-02", 7);
  private static final SliceKey THIRD = slice("viewers", "2024-03-03", 7, 8);

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final FakeListedSlices files = new FakeListedSlices();
  private final InMemoryDestination destination = new InMemoryDestination();
  private final RecordingPacer pacer = new RecordingPacer();

  @AfterEach
  void leavesNothingOpen() {
    assertThat(files.open()).isZero();
    assertThat(destination.openSinks()).isZero();
    assertThat(destination.isStaged()).isFalse();
  }

  @Test
  void writesTheRowsOfAllFilesByWindowWithTheColumnsOfAny() {
    publish(SECOND, "b", List.of(ID, RATIO), List.of(List.of(2.0, 0.5)));
    publish(FIRST, "a", List.of(COUNT, ID), List.of(List.of(11.0, 1.0), List.of(12.0, 1.0)));

    ExtractReceipt receipt = extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().schema().columns())
        .extracting(Column::name)
        .containsExactly("location_id", "watcher_count", "ratio");
    assertThat(output().rows())
        .containsExactly(row("1", "11", "null"), row("1", "12", "null"), row("2", "null", "0.5"));
    assertThat(receipt.rows()).isEqualTo(3);
    assertThat(receipt.files()).isEqualTo(2);
    assertThat(receipt.firstDay()).contains(LocalDate.of(2024, 3, 1));
    assertThat(receipt.lastDay()).contains(LocalDate.of(2024, 3, 2));
  }

  @Test
  void takesTheWindowsThatTouchTheDaysAlone() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    publish(SECOND, "b", List.of(ID), List.of(List.of(2.0)));
    publish(THIRD, "c", List.of(ID, COUNT), List.of(List.of(3.0, 4.0)));

    extract(Optional.of(LocalDate.of(2024, 3, 2)), Optional.of(LocalDate.of(2024, 3, 2))).run();

    assertThat(output().rows()).containsExactly(row("2"));
    assertThat(output().provenance().request())
        .containsEntry("locations", "7")
        .containsEntry("start", "2024-03-02T00:00:00")
        .containsEntry("end", "2024-03-02T23:59:59")
        .containsEntry("data_type", "viewers");
    assertThat(output().provenance().creationDate()).contains("build of b");
  }

  @Test
  void saysOfSeveralBuildsNoDateAndAllSources() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    publish(THIRD, "c", List.of(ID), List.of(List.of(3.0)));

    extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().provenance().creationDate()).isEmpty();
    assertThat(output().provenance().request())
        .containsEntry("locations", "7,8")
        .containsEntry("start", "2024-03-01T00:00:00")
        .containsEntry("end", "2024-03-03T23:59:59");
  }

  @Test
  void writesTheColumnsOfAnEmptyExportWhereThereAreNoRows() {
    ExtractReceipt receipt =
        extract(Optional.of(LocalDate.of(2024, 3, 5)), Optional.of(LocalDate.of(2024, 3, 6))).run();

    assertThat(output().rows()).isEmpty();
    assertThat(output().schema().columns())
        .extracting(Column::name)
        .startsWith("location_id", "period_start", "watcher_count");
    assertThat(receipt.files()).isZero();
    assertThat(output().provenance().request())
        .doesNotContainKey("locations")
        .containsEntry("start", "2024-03-05T00:00:00")
        .containsEntry("end", "2024-03-06T23:59:59");
  }

  @Test
  void writesColumnsWithWhatTheyMean() {
    NumberedColumn utc =
        new NumberedColumn(
            4, "period_utc", "period_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC, true);
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    publish(SECOND, "b", List.of(ID, utc), List.of(List.of(2.0, 3.0)));

    extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().schema().columns())
        .containsExactly(
            new Column("location_id", ColumnType.WHOLE),
            new Column("period_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC));
  }

  @Test
  void makesNumbersNullThatTheFormatCannotHold() {
    publish(FIRST, "a", List.of(ID, RATIO), List.of(List.of(1.0, Double.NaN), List.of(1.0, 2.5)));

    ExtractReceipt receipt = extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().rows()).containsExactly(row("1", "null"), row("1", "2.5"));
    assertThat(receipt.nonFiniteAsNull()).isEqualTo(1);
  }

  @Test
  void readsAFileThatASyncHasReplacedMeanwhile() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    files.put(path(FIRST), content("b", List.of(ID), List.of(List.of(2.0))));
    pacer.whileWaiting(() -> note(FIRST, "b", List.of(ID), 2));

    extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().rows()).containsExactly(row("2"));
    assertThat(pacer.waits()).hasSize(1);
  }

  @Test
  void beginsAnewWhenAReplacedFileHasAnotherColumn() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    files.atOpening(
        () -> {
          if (files.opened() == 1) {
            publish(FIRST, "b", 2, List.of(ID, COUNT), List.of(List.of(2.0, 5.0)));
          }
        });

    extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().rows()).containsExactly(row("2", "5"));
    assertThat(destination.schemas()).hasSize(2);
  }

  @Test
  void leavesOutASliceThatHasNoRowsAnyMore() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    publish(SECOND, "b", List.of(ID), List.of(List.of(2.0)));
    files.atOpening(
        () -> {
          if (files.opened() == 2) {
            files.remove(path(FIRST));
            ledger.noteEmpty(FIRST, answer(FIRST, Optional.empty(), 2), SliceFacts.NONE, NOON);
          }
        });

    extract(Optional.empty(), Optional.empty()).run();

    assertThat(output().rows()).containsExactly(row("2"));
  }

  @Test
  void refusesAFileThatIsNotTheListedOne() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    files.put(path(FIRST), content("b", List.of(ID), List.of(List.of(2.0))));

    assertThatThrownBy(() -> extract(Optional.empty(), Optional.empty()).run())
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.HISTORY_FILE_CHANGED))
        .hasMessage(
            "The file %s of the history is gone, or not as the ledger lists it."
                .formatted(path(FIRST)));
    assertThat(destination.published()).isEmpty();
    assertThat(pacer.waits()).hasSize(8);
  }

  @Test
  void refusesAFileThatIsGone() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    files.remove(path(FIRST));

    assertThatThrownBy(() -> extract(Optional.empty(), Optional.empty()).run())
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.HISTORY_FILE_CHANGED));
  }

  @Test
  void readsRowsThatAreInNoFileAndRefusesThemWhereTheyAreNotTheListedOnes() {
    SliceAnswer inTable = SampleSlices.answer(Optional.empty(), 1, 1);
    ledger.noteAsked(FIRST, NOON);
    ledger.notePublishing(FIRST, inTable, IDENTITY, List.of(ID), SliceFacts.NONE);
    ledger.notePublished(FIRST, NOON);
    String place = "table/" + FIRST.id();
    files.put(place, content(inTable.fingerprint(), List.of(ID), List.of(List.of(1.0))));

    assertThat(extract(Optional.empty(), Optional.empty()).run().rows()).isEqualTo(1);
    files.put(place, content("others", List.of(ID), List.of(List.of(2.0))));
    assertThatThrownBy(() -> extract(Optional.empty(), Optional.empty()).run())
        .hasMessage(
            "The rows table/viewers/2024-03-01/%s of the history are gone, or not as the ledger"
                + " lists them.",
            FIRST.sources().fileDigits());
  }

  @Test
  void refusesAListedFileThatCannotBeRead() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    files.damage();

    assertThatThrownBy(() -> extract(Optional.empty(), Optional.empty()).run())
        .isInstanceOfSatisfying(
            ExportException.class,
            failure ->
                assertThat(failure.reason()).isEqualTo(FailureReason.HISTORY_FILE_UNREADABLE));
    assertThat(pacer.waits()).isEmpty();
    assertThat(destination.published()).isEmpty();
  }

  @Test
  void publishesNothingWhenTheSinkFails() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    destination.when(
        InMemoryDestination.Step.COMMIT,
        () -> {
          throw new IOException("The disk is full.");
        });

    assertThatThrownBy(() -> extract(Optional.empty(), Optional.empty()).run())
        .isInstanceOf(ExportException.class)
        .hasMessage("The disk is full.");
    assertThat(destination.published()).isEmpty();
  }

  @Test
  void endsWhenItIsCancelled() {
    publish(FIRST, "a", List.of(ID), List.of(List.of(1.0)));
    ExtractRows extract = extract(Optional.empty(), Optional.empty());
    files.atOpening(
        () -> {
          if (files.opened() == 1) {
            extract.cancel();
          }
        });

    assertThatThrownBy(extract::run)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CANCELLED));
    assertThat(destination.published()).isEmpty();
  }

  private InMemoryDestination.Output output() {
    return destination.published().orElseThrow();
  }

  private ExtractRows extract(Optional<LocalDate> start, Optional<LocalDate> end) {
    destination.check();
    return new ExtractRows(
        ledger,
        files,
        destination,
        pacer,
        new ExportListener() {},
        DaemonThreads.named("test-sink"),
        new ExtractSettings(
            export(),
            DataCatalogue.documented().columns("viewers", TimeResolution.ONE_HOUR, false),
            start,
            end,
            "0.1.0"));
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

  private void publish(
      SliceKey key, String sha256, List<NumberedColumn> columns, List<List<Double>> rows) {
    publish(key, sha256, 1, columns, rows);
  }

  private void publish(
      SliceKey key,
      String sha256,
      int revision,
      List<NumberedColumn> columns,
      List<List<Double>> rows) {
    files.put(path(key), content(sha256, columns, rows));
    note(key, sha256, columns, revision);
  }

  private void note(SliceKey key, String sha256, List<NumberedColumn> columns, int revision) {
    ledger.noteAsked(key, NOON);
    ledger.notePublishing(
        key,
        answer(key, Optional.of(new PublishedFile(path(key), 10, sha256)), revision),
        IDENTITY,
        columns,
        SliceFacts.NONE);
    ledger.notePublished(key, NOON);
  }

  private static SliceAnswer answer(SliceKey key, Optional<PublishedFile> file, int revision) {
    return new SliceAnswer(
        file,
        file.isPresent() ? 1 : 0,
        0,
        "0".repeat(32),
        revision,
        file.map(some -> "build of " + some.sha256()),
        NOON,
        NOON,
        IDENTITY.writing());
  }

  private static String path(SliceKey key) {
    return key.file("memory");
  }

  private static FakeListedSlices.Content content(
      String sha256, List<NumberedColumn> columns, List<List<Double>> rows) {
    return new FakeListedSlices.Content(sha256, columns, rows);
  }

  private static List<String> row(String... values) {
    return Arrays.asList(values);
  }
}

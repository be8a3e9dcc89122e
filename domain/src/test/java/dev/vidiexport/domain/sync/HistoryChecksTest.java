package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.finest;
import static dev.vidiexport.domain.sync.SampleExports.inTable;
import static dev.vidiexport.domain.sync.SampleExports.named;
import static dev.vidiexport.domain.sync.SampleExports.ofAll;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SampleExports.withColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemorySliceTables;
import dev.vidiexport.domain.table.ColumnType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryChecksTest {
  private final SyncScenario history = new SyncScenario();

  private List<String> problems(HistoryExport... exports) {
    List<Failure> problems = HistoryChecks.settings(history.ledger, List.of(exports));
    assertThat(problems)
        .extracting(Failure::reason)
        .allMatch(FailureReason.HISTORY_SETTINGS_FIXED::equals);
    return problems.stream().map(Failure::message).toList();
  }

  @Test
  void allowEverythingBeforeTheFirstFile() {
    history.session.answers(request -> FakeVidiCenter.finished());
    history.sync(viewers(1));

    assertThat(problems(finest(1))).isEmpty();
  }

  @Test
  void refuseEveryFixedSettingThatHasChanged() {
    history.sync(viewers(1), named("other", 2));

    assertThat(problems(finest(1), named("other", 2)))
        .containsExactly(
            "The export viewers has files that were made with time_resolution \"1h\", which cannot"
                + " become \"finest\".");
  }

  @Test
  void speakOfRowsWhereThereAreNoFiles() {
    history.store = new InMemorySliceTables();
    history.sync(inTable(viewers(1)));

    assertThat(problems(inTable(finest(1)))).singleElement().asString().contains(" has rows that ");
    assertThat(problems(viewers(1)))
        .containsExactly(
            "The export viewers has rows that were made with format \"database\", which cannot"
                + " become \"memory\".");
  }

  @Test
  void refuseATableThatHasTheRowsOfAnExportWithAnotherName() {
    history.store = new InMemorySliceTables();
    history.sync(inTable(viewers(1)));

    assertThat(problems(inTable(named("visitors", 1)))).isEmpty();
    for (String table : List.of("viewers", "VIEWERS")) {
      assertThat(problems(inTable(named("visitors", 1), Optional.empty(), table)))
          .containsExactly(
              "The export visitors cannot have the table \"%s\", which has the rows of the export"
                      .formatted(table)
                  + " viewers.");
    }
    assertThat(problems(inTable(named("visitors", 1), Optional.of("other"), "viewers"))).isEmpty();
  }

  @Test
  void allowATableOfAnExportThatNeverHadRows() {
    history.store = new InMemorySliceTables();
    history.session.answers(request -> FakeVidiCenter.finished());
    history.sync(inTable(viewers(1)));

    assertThat(problems(inTable(named("visitors", 1), Optional.empty(), "viewers"))).isEmpty();
  }

  @Test
  void letTheColumnsOfATableTakeMoreAndNeverLess() {
    history.store = new InMemorySliceTables();
    history.sync(inTable(viewers(1)));

    assertThat(problems(inTable(withColumn("watcher_count", ColumnType.WHOLE, 1)))).isEmpty();
    assertThat(problems(inTable(withColumn("watcher_count", ColumnType.DECIMAL, 1)))).isEmpty();
    assertThat(problems(inTable(withColumn("period_start", ColumnType.TEXT, 1)))).isEmpty();
    assertThat(problems(inTable(withColumn("never_seen", ColumnType.BOOLEAN, 1)))).isEmpty();
    assertThat(problems(inTable(withColumn("watcher_count", ColumnType.TIMESTAMP, 1))))
        .containsExactly(
            "The export viewers has rows in a table whose column \"watcher_count\" is whole, which"
                + " cannot become timestamp.");
    assertThat(problems(inTable(withColumn("conversion_ratio", ColumnType.WHOLE, 1))))
        .containsExactly(
            "The export viewers has rows in a table whose column \"conversion_ratio\" is decimal,"
                + " which cannot become whole.");
  }

  @Test
  void goByTheTypesThatATableHasByNow() {
    history.store = new InMemorySliceTables();
    history.sync(inTable(viewers(1)));
    history.sync(inTable(withColumn("watcher_count", ColumnType.DECIMAL, 1)));

    assertThat(problems(inTable(viewers(1)))).isEmpty();
    assertThat(problems(inTable(withColumn("watcher_count", ColumnType.WHOLE, 1))))
        .containsExactly(
            "The export viewers has rows in a table whose column \"watcher_count\" is decimal,"
                + " which cannot become whole.");
  }

  @Test
  void allowSourcesTimesAndColumnsToChange() {
    history.sync(viewers(1));

    assertThat(
            problems(
                SampleExports.from(
                    withColumn("watcher_count", ColumnType.TEXT, 7), LocalDate.of(2023, 1, 1))))
        .isEmpty();
    assertThat(problems(ofAll())).isEmpty();
  }

  @Test
  void refuseAnotherHostThanThatOfTheFirstSync() {
    assertThat(HistoryChecks.host(history.ledger, "example.com")).isEmpty();
    history.sync(viewers(1));

    assertThat(HistoryChecks.host(history.ledger, "127.0.0.1")).isEmpty();
    assertThat(HistoryChecks.host(history.ledger, "example.com"))
        .get()
        .isEqualTo(
            new Failure(
                FailureReason.HISTORY_OF_OTHER_HOST,
                "The history comes from 127.0.0.1, but example.com is to be asked now."));
  }

  @Test
  void refuseAMomentBeforeTheLastRun() {
    assertThat(HistoryChecks.moment(history.ledger, SyncScenario.NOW)).isEmpty();
    history.sync(viewers(1));

    assertThat(HistoryChecks.moment(history.ledger, SyncScenario.NOW)).isEmpty();
    assertThat(HistoryChecks.moment(history.ledger, SyncScenario.NOW.minus(Duration.ofSeconds(1))))
        .get()
        .isEqualTo(
            new Failure(
                FailureReason.MOMENT_NOT_POSSIBLE,
                "The moment 2024-03-05T05:59:59Z is before the last run, which was at"
                    + " 2024-03-05T06:00:00Z."));
  }
}

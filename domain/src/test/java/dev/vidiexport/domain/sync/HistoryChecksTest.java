package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.finest;
import static dev.vidiexport.domain.sync.SampleExports.named;
import static dev.vidiexport.domain.sync.SampleExports.ofAll;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SampleExports.withColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.table.ColumnType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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

package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.failed;
import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.inProgress;
import static dev.vidiexport.domain.port.FakeVidiCenter.started;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination.Output;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportDataTest {
  private static final String BUILT = "2016-08-25T15:22:35";
  private static final FakeRow TEN =
      FakeRow.of(
          "location_id", "1056",
          "period_start", "\"2016-04-29 10:00:00\"",
          "watcher_count", "27",
          "dwell_time", "2419",
          "attention_time", "556");
  private static final FakeRow ELEVEN =
      FakeRow.of(
          "period_start", "\"2016-04-29 11:00:00\"",
          "location_id", "1056",
          "attention_time", "0",
          "watcher_count", "0",
          "dwell_time", "0");
  private static final Schema EXAMPLE_COLUMNS =
      Schema.of(
          new Column("location_id", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("watcher_count", ColumnType.WHOLE),
          new Column("dwell_time", ColumnType.WHOLE),
          new Column("attention_time", ColumnType.WHOLE));
  private static final List<List<String>> EXAMPLE_ROWS =
      List.of(
          List.of("1056", "2016-04-29T10:00", "27", "2419", "556"),
          List.of("1056", "2016-04-29T11:00", "0", "0", "0"));

  private final TestExport export = new TestExport();

  private List<Boolean> rebuilds(TestExport export) {
    return export.vidiCenter.calls().stream().map(FakeVidiCenter.Call::rebuild).toList();
  }

  @Test
  void exportsTheWorkedExample() {
    export.vidiCenter.replies(started(), inProgress(BUILT), finished(BUILT, List.of(TEN, ELEVEN)));

    Output output = export.output();

    assertThat(output.schema()).isEqualTo(EXAMPLE_COLUMNS);
    assertThat(output.rows()).isEqualTo(EXAMPLE_ROWS);
    assertThat(output.provenance())
        .isEqualTo(new Provenance(TestExport.REQUEST.arguments(), Optional.of(BUILT), 2, "0.1.0"));
    assertThat(export.pacer.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(1500));
    assertThat(export.destination.calls())
        .containsExactly(
            "discard", "discard", "open", "write 2", "commit", "close", "publish", "discard");
  }

  @Test
  void asksTheSameEachTimeWithTheTimeThatIsLeft() {
    export.vidiCenter.replies(started(), inProgress(BUILT), finished(TEN));

    export.output();

    assertThat(export.vidiCenter.calls())
        .containsExactly(
            new FakeVidiCenter.Call(TestExport.REQUEST, CallKind.POLL, false, Duration.ofHours(1)),
            new FakeVidiCenter.Call(
                TestExport.REQUEST, CallKind.POLL, false, Duration.ofSeconds(3599)),
            new FakeVidiCenter.Call(
                TestExport.REQUEST, CallKind.POLL, false, Duration.ofMillis(3597_500)));
  }

  @Test
  void tellsItsListenerWhatHappens() {
    export.vidiCenter.replies(started(), trouble(TestExport.CUT, TEN), finished(TEN, ELEVEN));

    export.output();

    assertThat(export.listener.events())
        .containsExactly(
            "call 1",
            "started",
            "wait PT1S",
            "call 2",
            "the body was cut",
            "wait PT1S",
            "call 3",
            "rows 2",
            "finished",
            "publish");
  }

  @Test
  void givesAReceiptOfWhatCame() {
    export.vidiCenter.replies(started(), finished(BUILT, List.of(TEN, ELEVEN)));

    ExportReceipt receipt = export.run().receipt();

    assertThat(receipt)
        .isEqualTo(
            new ExportReceipt(
                Optional.of("finished"),
                Optional.of(EXAMPLE_COLUMNS),
                OptionalLong.of(2),
                0,
                OptionalLong.of(200),
                0,
                Optional.of(BUILT),
                true,
                2,
                List.of(Duration.ofSeconds(1)),
                Duration.ofSeconds(1)));
  }

  @Test
  void givesAReceiptOfAFailureToo() {
    export.vidiCenter.replies(inProgress(BUILT), failed("the disk is full"));

    ExportOutcome outcome = export.run();

    assertThat(outcome.failure().orElseThrow())
        .hasMessage("VidiCenter reports that the export failed: the disk is full.");
    assertThat(outcome.receipt())
        .isEqualTo(
            new ExportReceipt(
                Optional.of("failed"),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                OptionalLong.empty(),
                0,
                Optional.empty(),
                true,
                2,
                List.of(Duration.ofSeconds(1)),
                Duration.ofSeconds(1)));
  }

  @Test
  void countsCallsThatWereSentAlone() {
    export.vidiCenter.replies(
        trouble(Trouble.of(Trouble.Kind.NOT_DELIVERED, "the connection was refused")),
        trouble(Trouble.of(Trouble.Kind.RATE_LIMITED, "too many calls")),
        trouble(Trouble.of(Trouble.Kind.UNANSWERED, "the connection was reset")),
        finished(TEN));

    ExportReceipt receipt = export.run().receipt();

    assertThat(receipt.calls()).isEqualTo(3);
    assertThat(receipt.waits())
        .isEqualTo(export.pacer.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @EnumSource(names = {"CERTIFICATE_NOT_VALID", "PLAIN_HTTP_OFF_THIS_MACHINE"})
  void countsNoCallThatEndedTheRunBeforeItLeft(FailureReason reason) {
    export.vidiCenter.replies(
        rows -> {
          throw new ExportException(reason, "the certificate is not valid");
        });

    assertThat(export.run().receipt().calls()).isZero();
  }

  @Test
  void writesAnExportWithoutRows() {
    export.vidiCenter.replies(finished());

    Output output = export.output();

    assertThat(output.schema()).isEqualTo(new Schema(TestExport.VIEWERS.whenEmpty()));
    assertThat(output.rows()).isEmpty();
    assertThat(output.provenance().rows()).isZero();
    assertThat(export.destination.calls())
        .containsExactly("open", "commit", "close", "publish", "discard");
  }

  @Test
  void writesRowsWithoutAnyKey() {
    export.vidiCenter.replies(finished(FakeRow.of(), FakeRow.of()));

    assertThat(export.output().rows())
        .containsExactly(List.of("null", "null"), List.of("null", "null"));
  }

  @Test
  void writesNothingOfAnAnswerThatWasNotFinished() {
    List<FakeRow> rows = new ArrayList<>();
    for (int row = 0; row < 15_000; row++) {
      rows.add(TEN);
    }
    export.vidiCenter.replies(
        receiver -> {
          FakeVidiCenter.send(receiver, rows);
          return new Answer.InProgress(Optional.empty());
        },
        finished(ELEVEN));

    Output output = export.output();

    assertThat(output.rows()).containsExactly(EXAMPLE_ROWS.get(1));
    assertThat(export.destination.calls()).containsOnlyOnce("commit");
    assertThat(export.destination.calls()).filteredOn("open"::equals).hasSize(2);
  }

  @Test
  void doublesNoRowWhenABodyIsCut() {
    List<FakeRow> many = new ArrayList<>();
    for (int row = 0; row < 12_000; row++) {
      many.add(FakeRow.of("location_id", Integer.toString(row)));
    }
    export.vidiCenter.replies(
        trouble(TestExport.CUT, many.toArray(FakeRow[]::new)),
        trouble(TestExport.CUT, TEN),
        finished(BUILT, many));

    Output output = export.output();

    assertThat(output.rows()).hasSize(12_000).doesNotHaveDuplicates();
    assertThat(export.destination.calls()).containsOnlyOnce("commit");
  }

  @Test
  void writesNothingOfAnExportThatFailed() {
    export.vidiCenter.replies(
        receiver -> {
          FakeVidiCenter.send(receiver, List.of(TEN));
          return new Answer.Failed(Optional.empty(), Optional.empty());
        });

    export.failure(FailureReason.BUILD_FAILED);

    assertThat(export.destination.calls()).doesNotContain("open");
  }

  @Test
  void neverMixesTwoBuilds() {
    export.vidiCenter.replies(
        trouble(TestExport.CUT, TEN),
        started(),
        inProgress("2016-08-26T00:00:00"),
        finished("2016-08-26T00:00:00", List.of(ELEVEN)));

    Output output = export.output();

    assertThat(output.rows()).containsExactly(EXAMPLE_ROWS.get(1));
    assertThat(output.provenance().creationDate()).contains("2016-08-26T00:00:00");
  }

  @Test
  void asksForARebuildOnceAlone() {
    TestExport rebuilding = new TestExport(TestExport.VIEWERS, true, false);
    rebuilding.vidiCenter.replies(
        trouble(Trouble.of(Trouble.Kind.NOT_DELIVERED, "the connection was refused")),
        started(),
        inProgress(BUILT),
        finished(TEN));

    rebuilding.output();

    assertThat(rebuilds(rebuilding)).containsExactly(true, true, false, false);
  }

  @Test
  void writesNothingWhenTheRowsMayBeThoseOfTheOldBuild() {
    TestExport rebuilding = new TestExport(TestExport.VIEWERS, true, false);
    rebuilding.vidiCenter.replies(
        trouble(Trouble.of(Trouble.Kind.UNANSWERED, "the connection was reset")), finished(TEN));

    ExportException failure = rebuilding.failure(FailureReason.REBUILD_UNCERTAIN);

    assertThat(failure).hasMessageContaining("it may be the old one");
    assertThat(rebuilds(rebuilding)).containsExactly(true, false);
    assertThat(rebuilding.destination.calls()).doesNotContain("commit");
  }

  @Test
  void doesNotAskWhenTheTimeIsOverBeforeTheFirstCall() {
    export.pacer.advance(TestExport.DEADLINE);

    export.failure(FailureReason.NO_TIME_TO_ASK);

    assertThat(export.vidiCenter.calls()).isEmpty();
  }

  @Test
  void doesNotAskWhenAWaitTookTooLong() {
    export.vidiCenter.replies(started());
    export.pacer.whileWaiting(() -> export.pacer.advance(TestExport.DEADLINE));

    ExportException failure = export.failure(FailureReason.STILL_BUILDING);

    assertThat(failure).hasMessageContaining("VidiCenter is still building the export");
    assertThat(export.vidiCenter.calls()).hasSize(1);
  }

  @Test
  void endsWhenTheTimeIsOverInTheMiddleOfABody() {
    List<FakeRow> rows = new ArrayList<>();
    for (int row = 0; row < 1_024; row++) {
      rows.add(TEN);
    }
    export.vidiCenter.replies(
        receiver -> {
          FakeVidiCenter.send(receiver, rows);
          export.pacer.advance(TestExport.DEADLINE);
          FakeVidiCenter.send(receiver, rows);
          throw new AssertionError("went on reading");
        });

    assertThat(export.failure(FailureReason.ROWS_STILL_COMING))
        .hasMessage("Gave up after 1h: the rows were still coming.");
  }

  @Test
  void passesOnWhatEndsARunAtOnce() {
    export.vidiCenter.replies(
        rows -> {
          throw new ExportException(FailureReason.CREDENTIALS_REFUSED, "Invalid API Token.");
        });

    assertThat(export.failure(FailureReason.CREDENTIALS_REFUSED)).hasMessage("Invalid API Token.");
    assertThat(export.vidiCenter.calls()).hasSize(1);
  }

  @Test
  void callsAnythingElseADefect() {
    export.vidiCenter.replies(
        rows -> {
          throw new StackOverflowError("of the reader");
        });

    assertThat(export.failure(FailureReason.DEFECT)).hasRootCauseMessage("of the reader");
  }
}

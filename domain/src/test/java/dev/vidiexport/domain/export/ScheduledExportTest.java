package dev.vidiexport.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.RecordingListener;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An export whose calls somebody else times. */
class ScheduledExportTest {
  private static final FakeRow ROW = FakeRow.of("location_id", "1056", "watcher_count", "27");
  private static final Duration DEADLINE = Duration.ofHours(1);

  private final FakeVidiCenter vidiCenter = new FakeVidiCenter();
  private final InMemoryDestination destination = new InMemoryDestination();
  private final RecordingPacer pacer = new RecordingPacer();
  private final AtomicInteger signs = new AtomicInteger();
  private final ScheduledExport export = export();

  private ScheduledExport export() {
    destination.check();
    return new ScheduledExport(
        vidiCenter,
        destination,
        pacer,
        new RecordingListener(),
        Thread::new,
        new RunSettings(
            TestExport.REQUEST,
            TestExport.VIEWERS,
            false,
            false,
            new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), DEADLINE, () -> 0),
            "0.1.0"),
        signs::incrementAndGet);
  }

  private static FakeVidiCenter.Reply ready() {
    return rows -> {
      rows.ready();
      return new Answer.Ready(Optional.empty());
    };
  }

  private static FakeVidiCenter.Reply rows() {
    return rows -> {
      rows.ready();
      FakeVidiCenter.send(rows, List.of(ROW));
      return new Answer.Finished(Optional.empty());
    };
  }

  private static FakeVidiCenter.Reply refused(FailureReason reason) {
    return rows -> {
      throw new ExportException(reason, "It is refused.");
    };
  }

  private ExportOutcome outcome(CallResult result) {
    return ((CallResult.Ended) result).outcome();
  }

  @Test
  void makesEachCallAtOnceAndOfTheKindThatItIsTold() {
    vidiCenter.replies(FakeVidiCenter.started(), FakeVidiCenter.started(), ready(), rows());

    Stream<CallResult> results =
        Stream.of(CallKind.POLL, CallKind.STATUS, CallKind.STATUS, CallKind.FETCH)
            .map(export::call);

    assertThat(results)
        .map(result -> result.getClass().getSimpleName())
        .containsExactly("Building", "Building", "Built", "Ended");
    assertThat(vidiCenter.calls())
        .extracting(FakeVidiCenter.Call::kind)
        .containsExactly(CallKind.POLL, CallKind.STATUS, CallKind.STATUS, CallKind.FETCH);
    assertThat(pacer.waits()).isEmpty();
    assertThat(destination.published()).isPresent();
    assertThat(export.receipt().calls()).isEqualTo(4);
  }

  @Test
  void tellsTheFirstSignThatItIsBuilt() {
    vidiCenter.replies(FakeVidiCenter.started(), ready(), rows());

    export.call(CallKind.POLL);
    assertThat(signs).hasValue(0);
    export.call(CallKind.STATUS);
    assertThat(signs).hasValue(1);
  }

  @Test
  void takesRowsThatCameThoughOnlyTheStateWasAskedFor() {
    vidiCenter.replies(FakeVidiCenter.started(), rows());

    export.call(CallKind.POLL);
    CallResult result = export.call(CallKind.STATUS);

    assertThat(outcome(result).failure()).isEmpty();
    assertThat(destination.published()).isPresent();
  }

  @Test
  void goesOnWhenOnlyTheCallForTheStateIsRefused() {
    vidiCenter.replies(FakeVidiCenter.started(), refused(FailureReason.REQUEST_REFUSED), rows());

    export.call(CallKind.POLL);

    assertThat(export.call(CallKind.STATUS)).isEqualTo(new CallResult.StatusRefused());
    assertThat(outcome(export.call(CallKind.POLL)).failure()).isEmpty();
    assertThat(export.receipt().calls()).isEqualTo(3);
  }

  @Test
  void endsWhenTheExportIsRefused() {
    vidiCenter.replies(
        FakeVidiCenter.started(),
        refused(FailureReason.REQUEST_REFUSED),
        refused(FailureReason.REQUEST_REFUSED));

    export.call(CallKind.POLL);
    export.call(CallKind.STATUS);

    assertThat(outcome(export.call(CallKind.POLL)).failure())
        .get()
        .extracting(ExportException::reason)
        .isEqualTo(FailureReason.REQUEST_REFUSED);
  }

  @Test
  void endsWhenTheCredentialsAreRefusedWhateverItAsksFor() {
    vidiCenter.replies(FakeVidiCenter.started(), refused(FailureReason.CREDENTIALS_REFUSED));

    export.call(CallKind.POLL);

    assertThat(outcome(export.call(CallKind.STATUS)).failure())
        .get()
        .extracting(ExportException::reason)
        .isEqualTo(FailureReason.CREDENTIALS_REFUSED);
  }

  @Test
  void asksToBeCalledAgainAfterTroubleAndFetchesWhatWasBuilt() {
    vidiCenter.replies(
        FakeVidiCenter.started(),
        rows -> {
          rows.ready();
          return FakeVidiCenter.trouble(TestExport.CUT, ROW).give(rows);
        },
        rows());

    export.call(CallKind.POLL);

    assertThat(export.call(CallKind.POLL))
        .isEqualTo(new CallResult.Troubled(Duration.ofSeconds(1)));
    assertThat(export.call(CallKind.FETCH)).isInstanceOf(CallResult.Ended.class);
    assertThat(destination.published()).isPresent();
  }

  @Test
  void tellsThatItIsBuiltAnewWhenTheCacheHasExpired() {
    vidiCenter.replies(ready(), FakeVidiCenter.started(), rows());

    assertThat(export.call(CallKind.STATUS)).isEqualTo(new CallResult.Built());
    assertThat(export.call(CallKind.FETCH)).isEqualTo(new CallResult.Building());
    assertThat(outcome(export.call(CallKind.POLL)).failure()).isEmpty();
  }

  @Test
  void saysThatItsTimeIsOverWithoutACall() {
    vidiCenter.replies(FakeVidiCenter.started());
    export.call(CallKind.POLL);
    assertThat(export.isTimeOver()).isFalse();

    pacer.advance(DEADLINE);

    assertThat(export.isTimeOver()).isTrue();
    assertThat(outcome(export.call(CallKind.POLL)).failure())
        .get()
        .extracting(ExportException::reason)
        .isEqualTo(FailureReason.STILL_BUILDING);
    assertThat(vidiCenter.calls()).hasSize(1);
  }

  @Test
  void endsAsCancelledAtItsNextCall() {
    export.cancel();

    assertThat(outcome(export.call(CallKind.POLL)).failure())
        .get()
        .extracting(ExportException::reason)
        .isEqualTo(FailureReason.CANCELLED);
    assertThat(vidiCenter.calls()).isEmpty();
  }

  @Test
  void doesNothingOnceItHasEnded() {
    vidiCenter.replies(FakeVidiCenter.failed("no disk"));

    CallResult ended = export.call(CallKind.POLL);

    assertThat(export.call(CallKind.POLL)).isEqualTo(ended);
    assertThat(vidiCenter.calls()).hasSize(1);
  }

  @Test
  void givesUpAfterTooMuchTroubleInARow() {
    for (int call = 0; call < PollPolicy.MAX_TROUBLES_IN_A_ROW; call++) {
      vidiCenter.replies(
          FakeVidiCenter.trouble(Trouble.of(Trouble.Kind.UNANSWERED, "no answer came")));
    }
    for (int call = 1; call < PollPolicy.MAX_TROUBLES_IN_A_ROW; call++) {
      assertThat(export.call(CallKind.POLL)).isInstanceOf(CallResult.Troubled.class);
    }

    assertThat(outcome(export.call(CallKind.POLL)).failure())
        .get()
        .extracting(ExportException::reason)
        .isEqualTo(FailureReason.SERVICE_NOT_ANSWERING);
  }
}

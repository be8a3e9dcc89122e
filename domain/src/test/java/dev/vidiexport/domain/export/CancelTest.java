package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import dev.vidiexport.domain.port.TroubleException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a run is when it is cancelled, it ends soon, and leaves nothing behind. */
@Timeout(20)
class CancelTest {
  private static final FakeRow ROW = FakeRow.of("location_id", "1056");

  private final TestExport export = new TestExport();
  private final CountDownLatch reached = new CountDownLatch(1);

  /** Runs, and cancels from another thread as soon as the run has reached the point in question. */
  private void cancelledThere() {
    AtomicReference<Throwable> trouble = new AtomicReference<>();
    Thread canceller =
        new Thread(
            () -> {
              try {
                reached.await();
                export.cancel();
              } catch (InterruptedException interrupted) {
                trouble.set(interrupted);
              }
            });
    canceller.start();

    assertThat(export.failure(FailureReason.CANCELLED)).isNotNull();

    assertThat(trouble.get()).isNull();
    assertThat(export.destination.published()).isEmpty();
  }

  /** Blocks until the thread is interrupted, as a write to a full pipe does. */
  private void hang() throws InterruptedIOException {
    reached.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException("interrupted");
    }
  }

  /** So wide that the rows of the sample fill more batches than there are. */
  private static FakeRow wideRow() {
    String[] fields = new String[2 * 64];
    for (int field = 0; field < fields.length; field += 2) {
      fields[field] = "key " + field;
      fields[field + 1] = "1";
    }
    return FakeRow.of(fields);
  }

  @Test
  void asksNothingWhenCancelledBefore() {
    export.cancel();

    assertThat(export.failure(FailureReason.CANCELLED)).hasMessage("The run was interrupted.");
    assertThat(export.vidiCenter.calls()).isEmpty();
  }

  @Test
  void endsAWait() {
    export.vidiCenter.replies(started());
    export.pacer.whileWaiting(export::cancel);

    export.failure(FailureReason.CANCELLED);

    assertThat(export.vidiCenter.calls()).hasSize(1);
  }

  @Test
  void endsACall() {
    export.vidiCenter.replies(
        rows -> {
          reached.countDown();
          return export.vidiCenter.silence().give(rows);
        });

    cancelledThere();
  }

  @Test
  void isNoTroubleWhenTheCallBreaksOverIt() {
    export.vidiCenter.replies(
        rows -> {
          export.cancel();
          throw new TroubleException(Trouble.of(Trouble.Kind.CUT, "socket closed"), null);
        });

    export.failure(FailureReason.CANCELLED);

    assertThat(export.listener.events()).containsExactly("call 1");
  }

  @Test
  void endsABodyThatNeverEnds() {
    FakeVidiCenter.Reply endless =
        rows -> {
          List<FakeRow> some = Collections.nCopies(20_000, ROW);
          while (true) {
            FakeVidiCenter.send(rows, some);
            reached.countDown();
          }
        };
    export.vidiCenter.replies(endless);

    cancelledThere();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "WRITE", "COMMIT", "CLOSE"})
  void endsAStepThatHangs(Step step) {
    export.destination.when(step, this::hang);
    export.vidiCenter.replies(finished("now", Collections.nCopies(50_000, ROW)));

    cancelledThere();
  }

  @Test
  void publishesNothingWhenCancelledInTheMiddleOfTheCommit() {
    export.destination.when(Step.COMMIT, export::cancel);
    export.vidiCenter.replies(finished(ROW));

    export.failure(FailureReason.CANCELLED);

    assertThat(export.destination.calls()).contains("commit").doesNotContain("publish");
  }

  @Test
  void endsTheSinkWhenCancelledWhileTheFirstRowsAreReplayed() {
    export.destination.when(Step.OPEN, this::hang);
    export.vidiCenter.replies(
        rows -> {
          FakeVidiCenter.send(rows, Collections.nCopies(10_000, wideRow()));
          throw new AssertionError("went on reading");
        });

    cancelledThere();
  }

  @Test
  void endsACommitThatOutlastsTheTime() {
    export.destination.when(
        Step.COMMIT,
        () -> {
          export.pacer.advance(TestExport.DEADLINE);
          hang();
        });
    export.vidiCenter.replies(finished(ROW));

    ExportException failure = export.failure(FailureReason.OUTPUT_STILL_WRITTEN);

    assertThat(failure)
        .hasMessage("Gave up after 1h: the format memory was still completing the output.");
    assertThat(failure.getCause())
        .hasMessage("This is where the format was")
        .hasStackTraceContaining("CancelTest.hang");
  }

  private ExportException failureWhenTimeEndsIn(Step step, FailureReason reason) {
    export.destination.committingElsewhere();
    export.destination.when(
        step,
        () -> {
          export.pacer.advance(TestExport.DEADLINE);
          hang();
        });
    export.vidiCenter.replies(finished(ROW));
    return export.failure(reason);
  }

  @Test
  void saysThatNothingWasCompletedWhereASinkOfItsOwnKindHangsBefore() {
    assertThat(failureWhenTimeEndsIn(Step.WRITE, FailureReason.OUTPUT_STILL_WRITTEN))
        .hasMessage("Gave up after 1h: the format memory was still writing rows.");
    assertThat(export.destination.calls()).doesNotContain("commit");
  }

  @Test
  void saysThatRowsMayBeThereWhereASinkOfItsOwnKindHangsInItsCommit() {
    assertThat(failureWhenTimeEndsIn(Step.COMMIT, FailureReason.OUTPUT_UNCERTAIN))
        .hasMessage("The run had to end while the format memory was completing the output.");
  }

  @Test
  void saysThatRowsAreThereWhereASinkOfItsOwnKindHangsInItsClose() {
    assertThat(failureWhenTimeEndsIn(Step.CLOSE, FailureReason.OUTPUT_UNCERTAIN))
        .hasMessage(
            "The output was completed, but the format memory was still closing it when the run had"
                + " to end.");
  }
}

package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks on the writing side, nothing is published, and no thread stays. */
class SinkFailuresTest {
  private static final FakeRow ROW = FakeRow.of("location_id", "1056");

  private static final Map<Step, String> DOING =
      Map.of(
          Step.OPEN, "opening the output",
          Step.WRITE, "writing rows",
          Step.COMMIT, "completing the output",
          Step.CLOSE, "closing the output");

  private final TestExport export = new TestExport();

  private ExportException failureWhen(Step step, Throwable thrown) {
    prepare(step, thrown);
    return export.failure(FailureKind.OUTPUT_NOT_WRITTEN);
  }

  private void prepare(Step step, Throwable thrown) {
    export.destination.when(
        step,
        () -> {
          if (thrown instanceof IOException failure) {
            throw failure;
          }
          if (thrown instanceof RuntimeException failure) {
            throw failure;
          }
          throw (Error) thrown;
        });
    export.vidiCenter.replies(finished("now", Collections.nCopies(30_000, ROW)));
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "WRITE", "COMMIT", "CLOSE"})
  void saysWhyTheOutputCouldNotBeWritten(Step step) {
    ExportException failure = failureWhen(step, new IOException("No space left on device"));

    assertThat(failure).hasMessage("No space left on device").hasCauseInstanceOf(IOException.class);
  }

  @Test
  void saysWhyTheOutputCouldNotBePublished() {
    ExportException failure = failureWhen(Step.PUBLISH, new IOException("No space left on device"));

    assertThat(failure).hasMessage("No space left on device");
  }

  @Test
  void saysSoWhenNoReasonWasGiven() {
    assertThat(failureWhen(Step.WRITE, new IOException()))
        .hasMessage("The output could not be written.");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "WRITE", "COMMIT", "CLOSE"})
  void blamesTheFormatForWhatItShouldNotThrow(Step step) {
    ExportException failure = failureWhen(step, new IllegalStateException("oops"));

    assertThat(failure)
        .hasMessage(
            "The output could not be written, because the format memory failed in an unexpected way"
                + " while it was %s.",
            DOING.get(step))
        .hasRootCauseMessage("oops");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "WRITE", "COMMIT", "CLOSE"})
  void survivesErrorsOfTheFormat(Step step) {
    ExportException failure = failureWhen(step, new NoClassDefFoundError("gone"));

    assertThat(failure).hasRootCauseMessage("gone");
  }

  static Stream<Arguments> withoutMemory() {
    return Stream.of(Step.OPEN, Step.WRITE, Step.COMMIT, Step.CLOSE)
        .flatMap(
            step ->
                Stream.of(
                        new OutOfMemoryError("Java heap space"),
                        new OutOfMemoryError(),
                        new IllegalStateException(new OutOfMemoryError("Direct buffer memory")),
                        new IOException("oops", new RuntimeException(new OutOfMemoryError())))
                    .map(thrown -> Arguments.of(step, thrown)));
  }

  @ParameterizedTest
  @MethodSource("withoutMemory")
  void saysThatThereWasNotEnoughMemoryWhateverTheFormatMadeOfIt(Step step, Throwable thrown) {
    prepare(step, thrown);

    assertThat(export.failure(FailureReason.OUT_OF_MEMORY))
        .hasMessage("There was not enough memory.");
  }

  @Test
  void tellsThreadsThatTheSystemDoesNotGiveFromMemory() {
    prepare(Step.WRITE, new OutOfMemoryError("unable to create native thread: possibly out of"));

    assertThat(export.failure(FailureReason.OUT_OF_THREADS))
        .hasMessageStartingWith("There was not enough memory, or too many threads");
  }

  @ParameterizedTest
  @CsvSource({
    "COMMIT, There was not enough memory while the format memory was completing the output.",
    "CLOSE, 'The output was completed, but there was not enough memory when the format memory"
        + " closed it.'"
  })
  void saysThatRowsMayBeThereWhenASinkOfItsOwnKindHasNotEnoughMemory(Step step, String message) {
    export.destination.committingElsewhere();
    prepare(step, new IllegalStateException(new OutOfMemoryError()));

    assertThat(export.failure(FailureReason.OUT_OF_MEMORY_WHILE_COMPLETING)).hasMessage(message);
  }

  @Test
  void looksAtCausesThatLeadInACircleNoLongerThanItMust() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("other", one));

    assertThat(failureWhen(Step.WRITE, one)).hasMessageContaining("in an unexpected way");
  }

  @ParameterizedTest
  @EnumSource(names = "CHECK", mode = EnumSource.Mode.EXCLUDE)
  void passesOnWhatIsAlreadyInWords(Step step) {
    ExportException known =
        new ExportException(FailureReason.OUTPUT_BEING_WRITTEN, "Another run took the name.");

    assertThat(failureWhen(step, known)).isSameAs(known);
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "COMMIT"})
  void neverHidesTheFirstFailureBehindThatOfTheClose(Step first) {
    export.destination.when(
        Step.CLOSE,
        () -> {
          throw new IOException("could not be removed");
        });

    ExportException failure = failureWhen(first, new IOException("No space left on device"));

    assertThat(failure).hasMessage("No space left on device");
    assertThat(failure.getCause().getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            IOException.class, second -> assertThat(second).hasMessage("could not be removed"));
  }

  @Test
  void saysThatRowsMayBeThereWhenASinkOfItsOwnKindCannotBeClosed() {
    export.destination.committingElsewhere();

    ExportException failure = failureWhen(Step.CLOSE, new IOException("connection reset"));

    assertThat(failure)
        .hasMessage(
            "The output was completed, but the format memory failed when it closed it: \"connection"
                + " reset\".")
        .hasRootCauseMessage("connection reset");
  }

  @Test
  void saysWhatWentWrongWhenASinkOfItsOwnKindCannotCommit() {
    export.destination.committingElsewhere();

    assertThat(failureWhen(Step.COMMIT, new IOException("connection reset")))
        .hasMessage("connection reset");
  }

  @Test
  void saysThatRowsMayBeThereWhenASinkOfItsOwnKindBreaksInItsCommit() {
    export.destination.committingElsewhere();

    assertThat(failureWhen(Step.COMMIT, new IllegalStateException("oops")))
        .hasMessage(
            "The output could not be written, because the format memory failed in an unexpected way"
                + " while it was completing the output.");
  }

  @Test
  void blamesTheCallThatFailedAndNotTheCloseBehindIt() {
    ExportException failure = failureWhen(Step.WRITE, new IllegalStateException("oops"));

    assertThat(failure).hasMessageContaining("while it was writing rows.");
    assertThat(export.destination.calls()).contains("close");
  }

  @Test
  void publishesNothingWhenAWriteFailedThatNobodyWaitedFor() {
    export.destination.when(
        Step.WRITE,
        () -> {
          throw new IOException("Broken pipe");
        });
    export.vidiCenter.replies(finished(ROW));

    assertThat(export.failure(FailureKind.OUTPUT_NOT_WRITTEN)).hasMessageContaining("Broken pipe");
    assertThat(export.destination.calls())
        .containsExactly("open", "write 1", "close", "discard", "discard");
  }

  @Test
  void forgetsTheFailureOfAnAttemptThatWasAbandoned() {
    export.destination.when(
        Step.CLOSE,
        () -> {
          if (export.vidiCenter.calls().size() == 1) {
            throw new IOException("could not be removed");
          }
        });
    export.vidiCenter.replies(
        trouble(TestExport.CUT, Collections.nCopies(15_000, ROW).toArray(FakeRow[]::new)),
        finished(ROW));

    assertThat(export.output().rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4_096, 4_097, 10_000, 12_288, 33_333})
  void givesTheSinkEveryRowOnceAndInOrder(int rows) {
    FakeVidiCenter.Reply reply =
        receiver -> {
          for (int row = 0; row < rows; row++) {
            FakeVidiCenter.send(receiver, List.of(FakeRow.of("n", Integer.toString(row))));
          }
          return new Answer.Finished(Optional.empty());
        };
    export.vidiCenter.replies(reply);

    List<List<String>> written = export.output().rows();

    assertThat(written).hasSize(rows);
    for (int row = 0; row < rows; row++) {
      assertThat(written.get(row)).containsExactly(Integer.toString(row));
    }
    assertThat(export.destination.sinkThreads()).hasSize(1);
  }
}

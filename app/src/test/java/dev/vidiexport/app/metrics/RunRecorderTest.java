package dev.vidiexport.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics at every end of a run. */
class RunRecorderTest {
  private static final Instant FIRST = Instant.parse("2024-03-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private Path path() {
    return folder.resolve("nightly.prom");
  }

  private RunRecorder recorder(Instant end) {
    Console console =
        new Console(
            Map.of(),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(said, true),
            false,
            false);
    return new RunRecorder(
        Optional.of(MetricsFile.of(path().toString())),
        console,
        UserMessages.of(console, UserMessages.Level.QUIET),
        () -> end,
        Wiring.pacer());
  }

  private double value(String metric) throws Exception {
    return WrittenMetrics.read(path()).value(metric, "export=\"nightly\"");
  }

  static IntStream codes() {
    return IntStream.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 70, 130, 143);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void takesTheLastSuccessOverUntilThereIsAnother(int code) throws Exception {
    recorder(FIRST).record(() -> ExitCode.DONE);

    int ended = recorder(SECOND).record(() -> code);

    assertThat(ended).isEqualTo(code);
    assertThat(value("vidiexport_run_exit_code")).isEqualTo(code);
    assertThat(value("vidiexport_run_end_timestamp_seconds")).isEqualTo(SECOND.getEpochSecond());
    assertThat(value("vidiexport_run_last_success_timestamp_seconds"))
        .isEqualTo(code == 0 ? SECOND.getEpochSecond() : FIRST.getEpochSecond());
    assertThat(Promtool.complaintsAbout(path())).isEmpty();
    assertThat(said.toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheExitCodeOfEveryFailure(FailureReason reason) throws Exception {
    ExportException failure = new ExportException(reason, "It failed.");
    IntSupplier work =
        () -> {
          throw failure;
        };

    assertThatThrownBy(() -> recorder(FIRST).record(work)).isSameAs(failure);

    assertThat(value("vidiexport_run_exit_code")).isEqualTo(ExitCode.of(failure.kind()));
    assertThat(WrittenMetrics.read(path()).has("vidiexport_run_last_success_timestamp_seconds"))
        .isFalse();
  }

  static Stream<Throwable> ends() {
    return Stream.of(
        new UsageException(List.of("It is wrong.")),
        new CommandException(6, "It cannot."),
        new IllegalStateException("It is a defect."),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void tellsWhateverElseEndsACommand(Throwable end) throws Exception {
    IntSupplier work =
        () -> {
          if (end instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) end;
        };

    assertThatThrownBy(() -> recorder(FIRST).record(work)).isSameAs(end);

    assertThat(value("vidiexport_run_exit_code")).isEqualTo(ExitCode.of(end));
  }

  @Test
  void writesOnce() throws Exception {
    RunRecorder recorder = recorder(FIRST);

    recorder.record(
        () -> {
          recorder.abandon(ExitCode.TERMINATED);
          return ExitCode.DONE;
        });

    assertThat(value("vidiexport_run_exit_code")).isEqualTo(ExitCode.TERMINATED);
  }

  @Test
  void keepsASuccessThatCameWhileTheRunWentOn() throws Exception {
    recorder(SECOND.plusSeconds(60))
        .record(
            () -> {
              recorder(SECOND).record(() -> ExitCode.DONE);
              return 12;
            });

    assertThat(value("vidiexport_run_last_success_timestamp_seconds"))
        .isEqualTo(SECOND.getEpochSecond());
  }

  @Test
  void leavesTheFileAloneWhereItMustNotBeTouched() {
    RunRecorder recorder = recorder(FIRST);
    recorder.leaveOut();

    recorder.record(() -> ExitCode.USAGE);

    assertThat(path()).doesNotExist();
  }

  @Test
  void warnsOfAnEarlierFileThatCannotBeUsedAndWritesAllTheSame() throws Exception {
    Files.writeString(path(), "something else\n");

    recorder(FIRST).record(() -> 8);

    assertThat(said.toString())
        .isEqualTo(
            "vidiexport: The metrics tell no last success, because the earlier file could not be"
                + " used: it is not one that a run wrote.\n");
    assertThat(value("vidiexport_run_exit_code")).isEqualTo(8);
  }

  /** What the file is may be told by the part of the command line that is wrong. */
  @Test
  void replacesNothingElseWhereTheCommandLineIsWrong() throws Exception {
    Files.writeString(path(), "a token");

    recorder(FIRST).record(() -> ExitCode.USAGE);

    assertThat(path()).hasContent("a token");
    assertThat(said.toString()).startsWith("vidiexport: The metrics were not written: ");

    Files.writeString(path(), "");
    recorder(FIRST).record(() -> ExitCode.USAGE);
    recorder(FIRST).record(() -> ExitCode.USAGE);
    assertThat(value("vidiexport_run_exit_code")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void warnsWhenItCannotWriteAndKeepsTheExitCode() {
    RunRecorder recorder = recorder(FIRST);

    int code =
        recorder.record(
            () -> {
              try {
                Files.delete(folder);
              } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
              }
              return ExitCode.DONE;
            });

    assertThat(code).isZero();
    assertThat(said.toString()).startsWith("vidiexport: The metrics could not be written: ");
  }

  @Test
  void refusesAFileThatCannotBeWrittenBeforeAnythingIsAsked() throws Exception {
    RunRecorder recorder = recorder(FIRST);
    Files.delete(folder);

    assertThatThrownBy(recorder::check)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--metrics-file");
    assertThat(recorder.isWanted()).isFalse();
  }
}

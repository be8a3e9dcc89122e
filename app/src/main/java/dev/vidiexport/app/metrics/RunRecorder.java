package dev.vidiexport.app.metrics;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.text.CleanText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Writes the metrics of a run, however it ends: at its end, after a command line that was wrong,
 * and when the process has to end without it. Once for a run; without a file it does nothing.
 * Thread-safe.
 */
public final class RunRecorder {
  private static final int MOST_CHARACTERS = 500;

  private final Optional<MetricsFile> file;
  private final Console console;
  private final UserMessages messages;
  private final InstantSource clock;
  private final Pacer time;
  private final RunWatch watch;
  private boolean isLeftOut;
  private long rows;
  private OptionalLong bytes = OptionalLong.of(0);
  private List<ExportFigures> exports = List.of();

  /**
   * A run that has just begun.
   *
   * @param file empty where nobody asked for metrics
   * @param clock tells when the run ends
   * @param time its time
   */
  public RunRecorder(
      Optional<MetricsFile> file,
      Console console,
      UserMessages messages,
      InstantSource clock,
      Pacer time) {
    this.file = file;
    this.console = console;
    this.messages = messages;
    this.clock = clock;
    this.time = time;
    this.watch = file.isPresent() ? RunWatch.counting() : RunWatch.none();
    this.isLeftOut = file.isEmpty();
  }

  /** Counts the calls of the run. */
  public RunWatch watch() {
    return watch;
  }

  /** Whether metrics are to be written. */
  public synchronized boolean isWanted() {
    return !isLeftOut;
  }

  /** Writes nothing: the file must not be touched, or there was no run to tell of. */
  public synchronized void leaveOut() {
    isLeftOut = true;
  }

  /**
   * Finds out whether the file can be written, before anybody is asked for anything.
   *
   * @throws CommandException when it cannot
   */
  public void check() {
    try {
      file.ifPresent(MetricsFile::check);
    } catch (ExportException refused) {
      leaveOut();
      throw new CommandException(
          ExitCode.of(refused.kind()), CommandLineAdvice.toldOfMetrics(refused.failure()), refused);
    }
  }

  /**
   * Runs, and writes what came of it.
   *
   * @param work gives the exit code, or throws what ends the command
   * @return the exit code
   */
  public int record(IntSupplier work) {
    if (file.isEmpty()) {
      return work.getAsInt();
    }
    int exitCode;
    try {
      exitCode = written(work.getAsInt());
    } catch (RuntimeException | Error ended) {
      write(ExitCode.of(ended));
      throw ended;
    }
    write(exitCode);
    return exitCode;
  }

  /** What could not be written to standard output shows only when all of it must be. */
  private int written(int exitCode) {
    console.out().flush();
    return console.out().checkError() ? ExitCode.OUTPUT : exitCode;
  }

  /**
   * Notes what an export wrote.
   *
   * @param rows 0 where there is no output
   * @param bytes empty where there is an output whose size nobody knows
   */
  public synchronized void made(long rows, OptionalLong bytes) {
    this.rows = rows;
    this.bytes = bytes;
  }

  /** Notes what a sync did for each export. */
  public synchronized void synced(List<ExportCounts> counts) {
    exports = counts.stream().map(ExportFigures::of).toList();
    rows = counts.stream().mapToLong(ExportCounts::rows).sum();
    bytes = OptionalLong.of(counts.stream().mapToLong(ExportCounts::bytes).sum());
  }

  /** Notes how the exports stand after it. */
  public synchronized void stands(List<ExportStatus> statuses) {
    List<ExportFigures> standing = new ArrayList<>();
    for (ExportFigures figures : exports) {
      standing.add(
          statuses.stream()
              .filter(status -> status.export().name().equals(figures.name()))
              .findFirst()
              .map(figures::with)
              .orElse(figures));
    }
    exports = List.copyOf(standing);
  }

  /** Writes when the run is abandoned, because the process has to end without it. */
  public void abandon(int exitCode) {
    write(exitCode);
  }

  /** The run has ended by now, so the exit code stays: lost metrics are only a warning. */
  private synchronized void write(int exitCode) {
    if (isLeftOut) {
      return;
    }
    isLeftOut = true;
    MetricsFile metrics = file.orElseThrow();
    if (exitCode == ExitCode.USAGE && metrics.holdsSomethingElse()) {
      messages.warn(
          "The metrics were not written: a command line that is wrong replaces no file that holds"
              + " something else.");
      return;
    }
    Instant end = clock.instant();
    Duration elapsed = time.elapsed();
    try {
      metrics.write(
          new RunFigures(
              metrics.name(),
              end,
              elapsed,
              exitCode,
              exitCode == ExitCode.DONE ? Optional.of(end) : earlier(metrics, end),
              rows,
              bytes,
              watch.figures(),
              exports));
    } catch (ExportException failure) {
      messages.warn(
          "The metrics could not be written: "
              + CommandLineAdvice.toldOfMetrics(failure.failure()));
    }
  }

  /** As the file stands now: another run may have been successful meanwhile. */
  private Optional<Instant> earlier(MetricsFile metrics, Instant end) {
    EarlierSuccess earlier = metrics.earlierSuccess(end);
    earlier
        .trouble()
        .map(trouble -> CleanText.escaped(trouble, MOST_CHARACTERS))
        .ifPresent(
            trouble ->
                messages.warn(
                    "The metrics tell no last success, because the earlier file could not be used:"
                        + " %s.".formatted(trouble)));
    return earlier.moment();
  }
}

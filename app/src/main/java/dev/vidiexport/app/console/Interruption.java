package dev.vidiexport.app.console;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/**
 * Ends a run when the process is told to end: SIGINT, SIGTERM, or SIGHUP, which counts as SIGTERM.
 * The run gets a little time to clean up; then the process ends whatever it is doing. It watches
 * until the process ends, so that a signal cannot come between a good end and its exit code.
 * Thread-safe.
 */
public final class Interruption {
  /** The promise is five seconds from the signal to the end. */
  private static final long PATIENCE_MILLIS = 4_000;

  /** What the last resort may take. */
  private static final long LAST_RESORT_MILLIS = 500;

  private int exitCode;
  private Optional<Runnable> cancel = Optional.empty();
  private IntConsumer lastResort = code -> {};

  private Interruption() {}

  /**
   * Begins to watch. A signal that came just before ends the process by itself: then this does not
   * return, or the signal cancels like any other.
   */
  public static Interruption watch() {
    Interruption interruption = new Interruption();
    Signals.register("INT", () -> interruption.onSignal(ExitCode.INTERRUPTED));
    Signals.register("TERM", () -> interruption.onSignal(ExitCode.TERMINATED));
    Signals.register("HUP", () -> interruption.onSignal(ExitCode.TERMINATED));
    ProcessEnd.atEarlierSignal(interruption::onSignal);
    return interruption;
  }

  /**
   * Says what to do on a signal; it is done at once when there was one already.
   *
   * @param cancel ends the run soon; called at most once, from another thread
   */
  public synchronized void cancels(Runnable cancel) {
    this.cancel = Optional.of(cancel);
    if (exitCode != 0) {
      cancel.run();
    }
  }

  /**
   * Says what to clean up when the run does not end by itself, because it waits for somebody
   * outside: for the reader of a pipe, say.
   *
   * @param lastResort takes the exit code; called at most once, from another thread, and given half
   *     a second
   */
  public synchronized void lastly(IntConsumer lastResort) {
    this.lastResort = lastResort;
  }

  private synchronized void onSignal(int code) {
    if (exitCode == 0) {
      exitCode = code;
      startDaemon("vidiexport-patience", () -> haltAfterPatience(code));
      cancel.ifPresent(Runnable::run);
    }
  }

  private void haltAfterPatience(int code) {
    sleep(PATIENCE_MILLIS);
    startDaemon(
        "vidiexport-last-resort",
        () -> {
          lastResort().accept(code);
          Runtime.getRuntime().halt(code);
        });
    sleep(LAST_RESORT_MILLIS);
    Runtime.getRuntime().halt(code);
  }

  private synchronized IntConsumer lastResort() {
    return lastResort;
  }

  private static void startDaemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does the work of a command that a signal may cancel.
   *
   * @return {@link ExitCode#DONE}, or the signal's exit code when the work was cancelled, of which
   *     the user has been told
   * @throws ExportException when the work failed otherwise
   */
  public int run(Runnable work, Talk talk) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (ExportException failure) {
      if (failure.kind() != FailureKind.CANCELLED) {
        throw failure;
      }
      talk.error(CommandLineAdvice.told(failure.failure()), failure);
      return exitCode();
    }
  }

  /** Whether a signal has come. */
  public synchronized boolean hasCome() {
    return exitCode != 0;
  }

  /** The exit code of the first signal that came; the one of SIGINT when none did. */
  public synchronized int exitCode() {
    return exitCode == 0 ? ExitCode.INTERRUPTED : exitCode;
  }
}

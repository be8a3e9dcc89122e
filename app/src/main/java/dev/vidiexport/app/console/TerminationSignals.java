package dev.vidiexport.app.console;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jline.utils.Signals;

/**
 * Ends all runs when the process is told to end: SIGINT, SIGTERM, or SIGHUP, which counts as
 * SIGTERM. The runs get a little time to clean up; then the process ends whatever they are doing.
 * It watches until the process ends, so that a signal cannot come between a good end and its exit
 * code. Thread-safe.
 */
public final class TerminationSignals {
  private final UserMessages messages;
  private final ForcedShutdown forcedShutdown;
  private final List<InterruptibleRun> runs = new ArrayList<>();
  private int exitCode;

  TerminationSignals(UserMessages messages, ForcedShutdown forcedShutdown) {
    this.messages = messages;
    this.forcedShutdown = forcedShutdown;
  }

  /**
   * Begins to watch. A signal that came just before ends the process by itself: then this does not
   * return, or the signal cancels like any other.
   *
   * @param messages is told when the process ends although a run goes on
   */
  public static TerminationSignals watch(UserMessages messages) {
    TerminationSignals signals = new TerminationSignals(messages, ForcedShutdown.ofThisProcess());
    Signals.register("INT", () -> signals.onSignal(ExitCode.INTERRUPTED));
    Signals.register("TERM", () -> signals.onSignal(ExitCode.TERMINATED));
    Signals.register("HUP", () -> signals.onSignal(ExitCode.TERMINATED));
    ProcessExitGuard.cleansUp(signals::abandonAll);
    ProcessExitGuard.atEarlierSignal(signals::onSignal);
    return signals;
  }

  /**
   * A run that a signal ends from now on. When there was a signal already, it is cancelled at once.
   *
   * @return takes the run out again, once it has ended; where the process ends with the run, there
   *     is no need to
   */
  public synchronized Registration register(InterruptibleRun run) {
    runs.add(run);
    if (exitCode != 0) {
      run.cancel();
    }
    return () -> remove(run);
  }

  private synchronized void remove(InterruptibleRun run) {
    runs.remove(run);
  }

  /** A run that can be ended by a signal. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    /** The run has ended. May be called more than once. */
    @Override
    void close();
  }

  synchronized void onSignal(int code) {
    if (exitCode == 0) {
      exitCode = code;
      forcedShutdown.begin(code, () -> endAbruptly(code));
      runs.forEach(InterruptibleRun::cancel);
    }
  }

  private void endAbruptly(int code) {
    abandonAll(code);
    messages.warn(ExportException.cancelled().getMessage());
  }

  /** Each on a thread of its own: none has to wait for another, which may be stuck. */
  private void abandonAll(int code) {
    ThreadFactory cleaning = DaemonThreads.named("vidiexport-cleaning");
    List<Thread> threads =
        going().stream().map(run -> cleaning.newThread(() -> run.abandon(code))).toList();
    threads.forEach(Thread::start);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<InterruptibleRun> going() {
    return List.copyOf(runs);
  }

  /**
   * Does the work of a command that a signal may cancel.
   *
   * @return {@link ExitCode#DONE}, or the signal's exit code when the work was cancelled, of which
   *     the user has been told
   * @throws ExportException when the work failed otherwise
   */
  public int run(Runnable work) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (ExportException failure) {
      if (failure.kind() != FailureKind.CANCELLED) {
        throw failure;
      }
      messages.error(CommandLineAdvice.told(failure.failure()), failure, exitCode());
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

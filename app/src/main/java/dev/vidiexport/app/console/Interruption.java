package dev.vidiexport.app.console;

import java.util.Optional;
import org.jline.utils.Signals;

/**
 * Ends a run when the process is told to end: SIGINT, SIGTERM, or SIGHUP, which counts as SIGTERM.
 * The run gets a little time to clean up; then the process ends whatever it is doing. It watches
 * until the process ends, so that a signal cannot come between a good end and its exit code.
 * Thread-safe.
 */
public final class Interruption {
  /** The promise is five seconds from the signal to the end. */
  private static final long PATIENCE_MILLIS = 4_500;

  private int exitCode;
  private Optional<Runnable> cancel = Optional.empty();

  private Interruption() {}

  /** Begins to watch. */
  public static Interruption watch() {
    Interruption interruption = new Interruption();
    Signals.register("INT", () -> interruption.onSignal(ExitCode.INTERRUPTED));
    Signals.register("TERM", () -> interruption.onSignal(ExitCode.TERMINATED));
    Signals.register("HUP", () -> interruption.onSignal(ExitCode.TERMINATED));
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

  private synchronized void onSignal(int code) {
    if (exitCode == 0) {
      exitCode = code;
      haltAfterPatience(code);
      cancel.ifPresent(Runnable::run);
    }
  }

  private static void haltAfterPatience(int code) {
    Thread lastResort =
        new Thread(
            () -> {
              try {
                Thread.sleep(PATIENCE_MILLIS);
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(code);
            },
            "vidiexport-last-resort");
    lastResort.setDaemon(true);
    lastResort.start();
  }

  /** The exit code of the first signal that came; the one of SIGINT when none did. */
  public synchronized int exitCode() {
    return exitCode == 0 ? ExitCode.INTERRUPTED : exitCode;
  }
}

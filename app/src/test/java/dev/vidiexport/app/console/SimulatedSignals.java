package dev.vidiexport.app.console;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * The shipped end by a signal, in a process that is simulated: nothing ends but its runs. Not
 * thread-safe.
 */
public final class SimulatedSignals {
  private final TerminationSignals interruption =
      new TerminationSignals(
          new UserMessages(new PrintWriter(Writer.nullWriter()), UserMessages.Level.QUIET),
          (exitCode, cleaning) -> {});

  private boolean hasCome;

  /** What runs register with. */
  public TerminationSignals interruption() {
    return interruption;
  }

  /** The user presses Ctrl-C. */
  public void signal() {
    hasCome = true;
    interruption.onSignal(ExitCode.INTERRUPTED);
  }

  /** Whether that was done, whatever came of it. */
  public boolean hasCome() {
    return hasCome;
  }
}

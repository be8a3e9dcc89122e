package dev.vidiexport.app.console;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * The shipped end by a signal, in a process that is simulated: nothing ends but its runs. Not
 * thread-safe.
 */
public final class SimulatedInterruption {
  private final Interruption interruption =
      new Interruption(
          new Talk(new PrintWriter(Writer.nullWriter()), Talk.Level.QUIET),
          (exitCode, cleaning) -> {});

  private boolean hasCome;

  /** What runs register with. */
  public Interruption interruption() {
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

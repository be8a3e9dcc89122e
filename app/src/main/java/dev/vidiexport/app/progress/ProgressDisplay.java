package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.util.function.Function;

/**
 * Shows how the runs of a command go, in the way that fits where standard error leads: one moving
 * line on a terminal, plain lines elsewhere, nothing for those who want errors alone. There is one
 * for a command, however many runs it has. Thread-safe.
 */
public final class ProgressDisplay implements AutoCloseable {
  private final Function<Pacer, ExportListener> listeners;
  private final Runnable end;

  private ProgressDisplay(Function<Pacer, ExportListener> listeners, Runnable end) {
    this.listeners = listeners;
    this.end = end;
  }

  /** The display that fits a console and a user's wish. */
  public static ProgressDisplay of(Console console, UserMessages messages) {
    return switch (messages.level()) {
      case QUIET -> new ProgressDisplay(pacer -> new ExportListener() {}, () -> {});
      case VERBOSE -> lines(messages);
      case NORMAL -> console.errIsTerminal() ? terminal(console) : lines(messages);
    };
  }

  private static ProgressDisplay lines(UserMessages messages) {
    return new ProgressDisplay(pacer -> new LineProgress(messages, pacer), () -> {});
  }

  private static ProgressDisplay terminal(Console console) {
    TerminalDisplay display = new TerminalDisplay(console);
    return new ProgressDisplay(display::listener, display::close);
  }

  /**
   * Shows one more run.
   *
   * @param pacer the time of the run
   * @return what the run reports to
   */
  public ExportListener listener(Pacer pacer) {
    return listeners.apply(pacer);
  }

  /** Takes away what should not stay on the screen. */
  @Override
  public void close() {
    end.run();
  }
}

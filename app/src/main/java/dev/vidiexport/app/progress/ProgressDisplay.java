package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows how the runs of a command go, in the way that fits where standard error leads: one moving
 * line on a terminal, plain lines elsewhere, nothing with {@code --quiet}. There is one for a
 * command, however many runs it has. Thread-safe.
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
    return of(console, messages, TerminalColumns::ofStandardError);
  }

  private static ProgressDisplay silent() {
    return new ProgressDisplay(pacer -> new ExportListener() {}, () -> {});
  }

  /**
   * The same.
   *
   * @param columns asked at most once, for the width of the terminal; empty where nothing tells it
   */
  static ProgressDisplay of(Console console, UserMessages messages, Supplier<OptionalInt> columns) {
    return switch (messages.level()) {
      case QUIET -> silent();
      case VERBOSE -> lines(messages);
      case NORMAL -> {
        OptionalInt width = MovingLine.width(console, columns);
        yield width.isPresent() ? terminal(console, messages, width.getAsInt()) : lines(messages);
      }
    };
  }

  private static ProgressDisplay lines(UserMessages messages) {
    return new ProgressDisplay(pacer -> new LineProgress(messages, pacer, ""), () -> {});
  }

  private static ProgressDisplay terminal(Console console, UserMessages messages, int width) {
    TerminalDisplay display = new TerminalDisplay(console.err(), messages, width);
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

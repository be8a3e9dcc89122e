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
  private static final int USUAL_WIDTH = 80;

  /** Room for the line of a run that reads millions of rows. */
  private static final int NARROWEST = 60;

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

  /**
   * The display of a command with very many runs, of which it tells a line each by itself: the
   * steps of each are shown with {@code --verbose} alone.
   */
  public static ProgressDisplay ofManyRuns(UserMessages messages) {
    return messages.level() == UserMessages.Level.VERBOSE ? lines(messages) : silent();
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
      case NORMAL ->
          movesItsCursor(console)
              ? terminal(console, messages, width(console, columns))
              : lines(messages);
    };
  }

  /** A terminal that calls itself dumb, or nothing, would show the signs that move a cursor. */
  private static boolean movesItsCursor(Console console) {
    return console.errIsTerminal()
        && console.variable("TERM").filter(name -> !name.equals("dumb")).isPresent();
  }

  private static int width(Console console, Supplier<OptionalInt> columns) {
    return console
        .variable("COLUMNS")
        .filter(written -> written.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .orElseGet(() -> columns.get().orElse(USUAL_WIDTH));
  }

  private static ProgressDisplay lines(UserMessages messages) {
    return new ProgressDisplay(pacer -> new LineProgress(messages, pacer), () -> {});
  }

  /** A line that is wider than its terminal stands on two, of which only one is redrawn. */
  private static ProgressDisplay terminal(Console console, UserMessages messages, int width) {
    if (width < NARROWEST) {
      return lines(messages);
    }
    TerminalDisplay display = new TerminalDisplay(console.err(), width);
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

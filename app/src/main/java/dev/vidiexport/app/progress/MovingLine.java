package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.LogFormat;
import dev.vidiexport.app.console.UserMessages;
import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line of a terminal, which is redrawn a few times a second. What is said meanwhile stands
 * above it. Thread-safe.
 */
final class MovingLine implements AutoCloseable {
  private static final int USUAL_WIDTH = 80;

  /** Room for the line of a run that reads millions of rows. */
  private static final int NARROWEST = 60;

  private static final int UPDATE_MILLIS = 200;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final UserMessages messages;
  private final ProgressBar bar;
  private final Line line;

  /**
   * Draws from now on.
   *
   * @param out leads to the terminal
   * @param width how many columns it has
   * @param text is asked from another thread for what to show; cut where it is too long
   */
  MovingLine(PrintWriter out, UserMessages messages, int width, Supplier<String> text) {
    this.messages = messages;
    messages.beginLinesWith(CLEAR_LINE);
    line = new Line(out, width);
    bar =
        new ProgressBarBuilder()
            .setInitialMax(-1)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .setRenderer((progress, columns) -> cut(text.get(), columns))
            .setConsumer(line)
            .build();
  }

  /**
   * The width of a line that can be redrawn; empty where there is no terminal, or one that cannot
   * do so or is too narrow: a line that is wider than its terminal stands on two, of which only one
   * is redrawn.
   *
   * @param columns asked at most once, for the width of the terminal; empty where nothing tells it
   */
  static OptionalInt width(Console console, Supplier<OptionalInt> columns) {
    if (!movesItsCursor(console)) {
      return OptionalInt.empty();
    }
    int width =
        console
            .variable("COLUMNS")
            .filter(written -> written.matches("[1-9][0-9]{0,3}"))
            .map(Integer::valueOf)
            .orElseGet(() -> columns.get().orElse(USUAL_WIDTH));
    return width < NARROWEST ? OptionalInt.empty() : OptionalInt.of(width);
  }

  /** A terminal that calls itself dumb, or nothing, would show the signs that move a cursor. */
  private static boolean movesItsCursor(Console console) {
    return console.errIsTerminal()
        && console.logFormat() == LogFormat.TEXT
        && console.variable("TERM").filter(name -> !name.equals("dumb")).isPresent();
  }

  private static String cut(String text, int width) {
    return text.length() <= width - 1 ? text : text.substring(0, width - 1);
  }

  @Override
  public void close() {
    bar.close();
    // A bar that ends before it was first drawn is drawn once more, and then not cleared.
    line.clear();
    messages.beginLinesWith("");
  }

  /** One line of a terminal. */
  private record Line(PrintWriter out, int width) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public void accept(String text) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }

    @Override
    public void clear() {
      out.print(CLEAR_LINE);
      out.flush();
    }

    @Override
    public void close() {
      clear();
    }
  }
}

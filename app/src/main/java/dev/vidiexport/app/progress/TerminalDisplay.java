package dev.vidiexport.app.progress;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Shows the runs that go on in one line of a terminal, which is redrawn a few times a second.
 * Thread-safe.
 */
final class TerminalDisplay implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final List<RunProgress> going = new CopyOnWriteArrayList<>();
  private final ProgressBar bar;
  private final Line line;

  /**
   * Shows nothing yet.
   *
   * @param out leads to the terminal
   * @param width how many columns it has
   */
  TerminalDisplay(PrintWriter out, int width) {
    line = new Line(out, width);
    bar =
        new ProgressBarBuilder()
            .setInitialMax(-1)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .setRenderer((progress, columns) -> cut(text(), columns))
            .setConsumer(line)
            .build();
  }

  /** Shows one more run, until it ends. */
  ExportListener listener(Pacer pacer) {
    RunProgress view = new RunProgress(pacer, going::remove);
    going.add(view);
    return view;
  }

  private String text() {
    return going.stream().map(RunProgress::line).collect(joining("; "));
  }

  private static String cut(String line, int width) {
    return line.length() <= width - 1 ? line : line.substring(0, width - 1);
  }

  @Override
  public void close() {
    bar.close();
    // A bar that ends before it was first drawn is drawn once more, and then not cleared.
    line.clear();
  }

  /** One line of a terminal. */
  private record Line(PrintWriter out, int width) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public void accept(String line) {
      out.print(CLEAR_LINE + line);
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

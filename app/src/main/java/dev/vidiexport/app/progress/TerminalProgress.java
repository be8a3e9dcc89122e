package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows a run in one line of a terminal, which is drawn anew a few times a second. */
final class TerminalProgress implements ExportListener, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final int USUAL_WIDTH = 80;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final RunView view;
  private final ProgressBar bar;
  private final Line line;

  TerminalProgress(Console console, Pacer pacer) {
    view = new RunView(pacer);
    line = new Line(console.err(), width(console));
    bar =
        new ProgressBarBuilder()
            .setInitialMax(-1)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .setRenderer((progress, width) -> cut(view.line(), width))
            .setConsumer(line)
            .build();
  }

  private static int width(Console console) {
    return console
        .variable("COLUMNS")
        .filter(columns -> columns.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .orElse(USUAL_WIDTH);
  }

  private static String cut(String line, int width) {
    return line.length() <= width - 1 ? line : line.substring(0, width - 1);
  }

  @Override
  public void onCall(int call) {
    view.onCall(call);
  }

  @Override
  public void onAnswer(Answer answer) {
    view.onAnswer(answer);
  }

  @Override
  public void onTrouble(Trouble trouble) {
    view.onTrouble(trouble);
  }

  @Override
  public void onRows(long rows, long bodyBytes) {
    view.onRows(rows, bodyBytes);
    bar.stepTo(rows);
  }

  @Override
  public void onDrift(int replay, String reason) {
    view.onDrift(replay, reason);
  }

  @Override
  public void onSlowSink(String what, Duration time) {
    view.onSlowSink(what, time);
  }

  @Override
  public void onPublish() {
    view.onPublish();
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

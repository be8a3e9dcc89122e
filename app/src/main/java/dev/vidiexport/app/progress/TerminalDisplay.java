package dev.vidiexport.app.progress;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shows the runs that go on in one line of a terminal. Thread-safe. */
final class TerminalDisplay implements AutoCloseable {
  private final List<RunProgress> going = new CopyOnWriteArrayList<>();
  private final MovingLine line;

  /**
   * Shows nothing yet.
   *
   * @param out leads to the terminal
   * @param width how many columns it has
   */
  TerminalDisplay(PrintWriter out, UserMessages messages, int width) {
    line = new MovingLine(out, messages, width, this::text);
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

  @Override
  public void close() {
    line.close();
  }
}

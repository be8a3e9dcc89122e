package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;

/**
 * Shows how a run goes, in the way that fits where standard error leads: one moving line on a
 * terminal, plain lines elsewhere, nothing for those who want errors alone.
 *
 * @param listener what the run reports to
 * @param end takes away what should not stay on the screen
 */
public record Progress(ExportListener listener, Runnable end) implements AutoCloseable {
  /** The progress that fits a console and a user's wish. */
  public static Progress of(Console console, Talk talk, Pacer pacer) {
    return switch (talk.level()) {
      case QUIET -> new Progress(new ExportListener() {}, () -> {});
      case VERBOSE -> lines(talk, pacer);
      case NORMAL -> console.errIsTerminal() ? terminal(console, pacer) : lines(talk, pacer);
    };
  }

  private static Progress lines(Talk talk, Pacer pacer) {
    return new Progress(new LineProgress(talk, pacer), () -> {});
  }

  private static Progress terminal(Console console, Pacer pacer) {
    TerminalProgress progress = new TerminalProgress(console, pacer);
    return new Progress(progress, progress::close);
  }

  @Override
  public void close() {
    end.run();
  }
}

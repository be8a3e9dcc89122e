package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.verify.VerifyProgress;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Shows how a verification goes, in the way that fits where standard error leads: a moving bar on a
 * terminal, elsewhere a line a minute. Thread-safe.
 */
public final class VerifyDisplay implements AutoCloseable {
  /** How often lines tell how far it has come. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private final UserMessages messages;
  private final boolean isMoving;
  private final Runnable end;
  private volatile VerifyProgress latest = new VerifyProgress(0, 0, 0, 0, Duration.ZERO);
  private Duration lastLine = Duration.ZERO;

  private VerifyDisplay(Console console, UserMessages messages, OptionalInt width) {
    this.messages = messages;
    this.isMoving = width.isPresent();
    this.end =
        isMoving
            ? new MovingLine(console.err(), messages, width.getAsInt(), this::text)::close
            : () -> {};
  }

  /** The display that fits a console and a user's wish. */
  public static VerifyDisplay of(Console console, UserMessages messages) {
    return of(console, messages, TerminalColumns::ofStandardError);
  }

  /**
   * The same.
   *
   * @param columns asked at most once, for the width of the terminal; empty where nothing tells it
   */
  static VerifyDisplay of(Console console, UserMessages messages, Supplier<OptionalInt> columns) {
    return new VerifyDisplay(
        console,
        messages,
        messages.level() == UserMessages.Level.NORMAL
            ? MovingLine.width(console, columns)
            : OptionalInt.empty());
  }

  private String text() {
    return VerifyProgressText.withBar(latest);
  }

  /** Shows how far it has come. */
  public synchronized void show(VerifyProgress progress) {
    latest = progress;
    if (!isMoving && progress.elapsed().minus(lastLine).compareTo(INTERVAL) >= 0) {
      lastLine = progress.elapsed();
      messages.note(VerifyProgressText.of(progress));
    }
  }

  /** Takes away what should not stay on the screen. */
  @Override
  public void close() {
    end.run();
  }
}

package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.sync.SyncProgress;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Shows how a sync goes, in the way that fits where standard error leads: one moving line on a
 * terminal, elsewhere a line a minute; with {@code --verbose} the steps of each slice, too.
 * Thread-safe.
 */
public final class SyncDisplay implements AutoCloseable {
  /** How often lines tell how far the sync has come. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final SyncProgress NOTHING = new SyncProgress(0, 0, 0, 0, 0, 0, Duration.ZERO);

  private final UserMessages messages;
  private final boolean isMoving;
  private final Runnable end;
  private volatile SyncProgress latest = NOTHING;
  private Duration lastLine = Duration.ZERO;

  private SyncDisplay(Console console, UserMessages messages, OptionalInt width) {
    this.messages = messages;
    this.isMoving = width.isPresent();
    this.end =
        isMoving
            ? new MovingLine(console.err(), messages, width.getAsInt(), this::text)::close
            : () -> {};
  }

  /** The display that fits a console and a user's wish. */
  public static SyncDisplay of(Console console, UserMessages messages) {
    return of(console, messages, TerminalColumns::ofStandardError);
  }

  /**
   * The same.
   *
   * @param columns asked at most once, for the width of the terminal; empty where nothing tells it
   */
  static SyncDisplay of(Console console, UserMessages messages, Supplier<OptionalInt> columns) {
    return new SyncDisplay(
        console,
        messages,
        messages.level() == UserMessages.Level.NORMAL
            ? MovingLine.width(console, columns)
            : OptionalInt.empty());
  }

  private String text() {
    SyncProgress progress = latest;
    return progress.equals(NOTHING) ? "looking what there is" : SyncProgressText.of(progress);
  }

  /** Whether slices that went well have lines of their own. */
  public boolean tellsEverySlice() {
    return !isMoving;
  }

  /** Shows how far the sync has come. */
  public synchronized void show(SyncProgress progress) {
    latest = progress;
    if (!isMoving && progress.elapsed().minus(lastLine).compareTo(INTERVAL) >= 0) {
      lastLine = progress.elapsed();
      messages.note(SyncProgressText.of(progress));
    }
  }

  /**
   * What is told of the steps of a slice.
   *
   * @param name by which it is told from others
   * @param pacer its own time
   */
  public ExportListener slice(String name, Pacer pacer) {
    return messages.level() == UserMessages.Level.VERBOSE
        ? new LineProgress(messages, pacer, name + ": ")
        : new ExportListener() {};
  }

  /** Takes away what should not stay on the screen. */
  @Override
  public void close() {
    end.run();
  }
}

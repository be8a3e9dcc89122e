package dev.vidiexport.domain.export;

import dev.vidiexport.domain.port.ExportListener;
import java.time.Duration;

/**
 * Notices that a sink stays in one call for long, and tells of it once for each such call: a
 * database may be slow, and a plugin may hang. Used by the thread that runs the export, while it
 * waits for the sink.
 */
final class SinkWatch {
  /** How long a call may last before it is told of. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunGuard guard;
  private final ExportListener listener;
  private final String format;
  private SinkCall call = SinkCall.none();
  private Duration since = Duration.ZERO;
  private boolean told;

  /**
   * Watches one sink.
   *
   * @param format what messages call its format
   */
  SinkWatch(RunGuard guard, ExportListener listener, String format) {
    this.guard = guard;
    this.listener = listener;
    this.format = format;
  }

  /** Looks at the call that the sink is in now. */
  void look(SinkCall now) {
    if (now != call) {
      call = now;
      since = guard.elapsed();
      told = false;
    }
    Duration lasts = guard.elapsed().minus(since);
    if (!told && lasts.compareTo(PATIENCE) >= 0) {
      told = true;
      listener.onSlowSink(format + " is still " + now.doing(), lasts);
    }
  }
}

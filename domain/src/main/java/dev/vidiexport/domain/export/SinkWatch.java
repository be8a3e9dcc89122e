package dev.vidiexport.domain.export;

import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.watchdog.SlowCallTimer;

/**
 * Notices when a sink stays in one call for a long time, and reports it once for each such call: a
 * database may be slow, and a plugin may hang. Used by the thread that runs the export, while it
 * waits for the sink.
 */
final class SinkWatch {
  private final ExportListener listener;
  private final String format;
  private final SlowCallTimer timer;
  private SinkCall call = SinkCall.none();

  /**
   * Watches one sink.
   *
   * @param format what messages call its format
   */
  SinkWatch(RunGuard guard, ExportListener listener, String format) {
    this.listener = listener;
    this.format = format;
    this.timer = new SlowCallTimer(guard::elapsed);
  }

  /** Looks at the call that the sink is in now. */
  void look(SinkCall now) {
    if (now != call) {
      call = now;
      timer.restart();
    }
    timer
        .overdue()
        .ifPresent(lasts -> listener.onSlowSink(format + " is still " + now.doing(), lasts));
  }
}

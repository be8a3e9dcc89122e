package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.domain.watchdog.WatchedThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Makes the sinks of one plugin, one after the other on a thread of its own, because code of others
 * may never come back.
 */
final class SinkLoadingTask implements Runnable {
  private static final ThreadFactory THREADS = DaemonThreads.named("vidiexport-plugin");

  private final List<ListedSink> listed;
  private final List<InstalledSink> made = new ArrayList<>();
  private final List<SkippedPlugin> skipped = new ArrayList<>();
  private final WatchedThread thread = new WatchedThread(THREADS);
  private int ended;
  private boolean abandoned;

  private SinkLoadingTask(List<ListedSink> listed) {
    this.listed = List.copyOf(listed);
  }

  /** Begins to make them. */
  static SinkLoadingTask start(List<ListedSink> listed) {
    SinkLoadingTask task = new SinkLoadingTask(listed);
    task.thread.start(task);
    task.thread.end();
    return task;
  }

  @Override
  public void run() {
    for (ListedSink listedSink : listed) {
      try {
        InstalledSink sink = listedSink.make();
        if (!end(() -> made.add(sink))) {
          return;
        }
      } catch (UnusablePluginException unusable) {
        if (!end(() -> skipped.add(listedSink.asSkipped(unusable)))) {
          return;
        }
      }
    }
  }

  /** Nobody waits for what comes after its time. */
  private synchronized boolean end(Runnable note) {
    if (!abandoned) {
      note.run();
      ended++;
    }
    return !abandoned;
  }

  /**
   * Waits until all are made, or patience is over.
   *
   * @param patience how long that may take; not at all when it is negative
   */
  void await(Duration patience) {
    try {
      boolean ignored = thread.awaitEnd(() -> patience, () -> {});
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends it, and tells what was made by now. Whoever has not answered hangs, and keeps those behind
   * it from being asked.
   *
   * @param patience how long it had
   */
  synchronized void tell(
      List<InstalledSink> sinks, List<SkippedPlugin> allSkipped, Duration patience) {
    abandoned = true;
    sinks.addAll(made);
    allSkipped.addAll(skipped);
    for (int left = ended; left < listed.size(); left++) {
      allSkipped.add(listed.get(left).asSkipped(left == ended ? hangs(patience) : neverAsked()));
    }
  }

  private UnusablePluginException hangs(Duration patience) {
    return new UnusablePluginException(
        "it did not answer within %s".formatted(DurationText.of(patience)),
        thread.whereItIs("the plugin"));
  }

  private static UnusablePluginException neverAsked() {
    return new UnusablePluginException("a sink listed before it in the same plugin never answered");
  }
}

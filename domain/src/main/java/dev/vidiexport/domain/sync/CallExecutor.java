package dev.vidiexport.domain.sync;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of the calls of a sync, and how its own thread waits for what comes of them. */
@FunctionalInterface
public interface CallExecutor {
  /**
   * Runs a call at once, on a thread that is not the one of the sync; there are never more of them
   * than connections.
   */
  void begin(Runnable call);

  /**
   * Waits on the thread of the sync until there is a report.
   *
   * @param reports where calls put what is to be dealt with, from their threads
   * @param most how long to wait; positive
   * @return the first of them, taken out; null when there was none in this time
   * @throws InterruptedException when the thread of the sync is told to end
   */
  default @Nullable Runnable await(BlockingQueue<Runnable> reports, Duration most)
      throws InterruptedException {
    return reports.poll(most.toNanos(), TimeUnit.NANOSECONDS);
  }
}

package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.Turns;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that write what a call brings. They work while their call has the turn: before it
 * hands over, its sink is open, and waits for rows.
 */
final class SinkThreads implements ThreadFactory {
  private final Turns turns;
  private final Map<Integer, CountDownLatch> ofCalls = new HashMap<>();
  private final Map<Thread, CountDownLatch> ofThreads = new ConcurrentHashMap<>();

  SinkThreads(Turns turns) {
    this.turns = turns;
  }

  @Override
  public Thread newThread(Runnable work) {
    CountDownLatch opened = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } finally {
                opened.countDown();
              }
            },
            "simulated-sink");
    thread.setDaemon(true);
    ofCalls.put(turns.running(), opened);
    ofThreads.put(thread, opened);
    return thread;
  }

  /** The sink of this thread is open, or never will be. */
  void opened() {
    CountDownLatch opened = ofThreads.get(Thread.currentThread());
    if (opened != null) {
      opened.countDown();
    }
  }

  /** Waits until the sink of the call that has the turn does nothing, if it has begun to. */
  void settle() {
    CountDownLatch opened = ofCalls.get(turns.running());
    try {
      if (opened != null && !opened.await(Turns.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("A sink does not open");
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Nobody interrupts a call", interrupted);
    }
  }
}

package dev.vidiexport.domain.watchdog;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep the process alive, whatever they hang in. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /**
   * Threads that all have one name, which is what a dump of the threads of the process shows. The
   * factory may be used by any thread.
   */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}

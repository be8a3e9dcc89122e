package dev.vidiexport.app.console;

import dev.vidiexport.domain.watchdog.DaemonThreads;

/** Ends the process when nothing else does. */
@FunctionalInterface
interface ForcedShutdown {
  /** The promise is five seconds from the signal to the end. */
  long PATIENCE_MILLIS = 4_000;

  /** What cleaning up may take. */
  long CLEANING_MILLIS = 500;

  /**
   * Waits, cleans up, and ends the process. Returns at once.
   *
   * @param exitCode the one that the process ends with
   * @param cleaning called at most once, from another thread
   */
  void begin(int exitCode, Runnable cleaning);

  /** The one of this process. */
  static ForcedShutdown ofThisProcess() {
    return (exitCode, cleaning) ->
        startDaemon("vidiexport-patience", () -> haltAfterPatience(exitCode, cleaning));
  }

  private static void haltAfterPatience(int exitCode, Runnable cleaning) {
    sleep(PATIENCE_MILLIS);
    startDaemon(
        "vidiexport-last-resort",
        () -> {
          cleaning.run();
          Runtime.getRuntime().halt(exitCode);
        });
    sleep(CLEANING_MILLIS);
    Runtime.getRuntime().halt(exitCode);
  }

  private static void startDaemon(String name, Runnable task) {
    DaemonThreads.named(name).newThread(task).start();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

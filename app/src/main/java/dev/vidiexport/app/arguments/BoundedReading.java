package dev.vidiexport.app.arguments;

import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.domain.watchdog.WatchedThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads what another program writes, or nobody does: a pipe can wait for its writer for ever. */
final class BoundedReading {
  private BoundedReading() {}

  /** Opens what is to be read; opening alone can wait, too. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * Reads from a thread of its own, which is left behind when the patience ends.
   *
   * @param most the most bytes that are read
   * @return empty when the end of it had not come by then
   * @throws IOException when it cannot be read
   */
  static Optional<byte[]> read(Opening opening, int most, Duration patience) throws IOException {
    FutureTask<byte[]> reading = new FutureTask<>(() -> opening.open().readNBytes(most));
    WatchedThread thread = new WatchedThread(DaemonThreads.named("vidiexport-token"));
    thread.start(reading);
    thread.end();
    try {
      return thread.awaitEnd(() -> patience, () -> {})
          ? Optional.of(reading.get())
          : Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was told to end");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("Reading failed in an unexpected way", failed.getCause());
    }
  }
}

package dev.vidiexport.app.console;

import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.domain.watchdog.WatchedThread;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/**
 * Writes to a reader that may never read, such as the other end of a pipe, and gives up when the
 * run must end. The thread that is stuck then is left to the end of the process. Used by one
 * thread.
 */
public final class InterruptibleOutputStream extends OutputStream {
  private static final ThreadFactory THREADS = DaemonThreads.named("vidiexport-standard-output");

  private final OutputStream out;
  private final BooleanSupplier mustEnd;
  private WatchedThread writer = new WatchedThread(THREADS);

  /**
   * Writes to a stream, which its owner closes.
   *
   * @param mustEnd whether the run must end; asked about ten times a second
   */
  public InterruptibleOutputStream(OutputStream out, BooleanSupplier mustEnd) {
    this.out = out;
    this.mustEnd = mustEnd;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    await(() -> out.write(bytes, offset, length));
  }

  /** Lets the thread that writes go, too, until more is written. */
  @Override
  public void flush() throws IOException {
    await(out::flush);
    writer.end();
    writer = new WatchedThread(THREADS);
  }

  private void await(WatchedThread.Call writing) throws IOException {
    try {
      writer.call(writing, this::requireTime);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException("standard output failed in an unexpected way", failed.getCause());
    }
  }

  private void requireTime() throws IOException {
    if (mustEnd.getAsBoolean()) {
      throw new IOException("nobody read it before the run had to end");
    }
  }
}

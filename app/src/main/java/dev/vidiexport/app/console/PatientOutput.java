package dev.vidiexport.app.console;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Writes to somebody who may never read, such as the other end of a pipe, and gives up when the run
 * must end. The thread that is stuck then is left to the end of the process. Used by one thread.
 */
public final class PatientOutput extends OutputStream {
  private static final long LOOK_MILLIS = 100;

  private final ExecutorService writer = Executors.newSingleThreadExecutor(PatientOutput::daemon);
  private final OutputStream out;
  private final BooleanSupplier mustEnd;

  /**
   * Writes to a stream, which stays its owner's.
   *
   * @param mustEnd whether the run must end; asked about ten times a second
   */
  public PatientOutput(OutputStream out, BooleanSupplier mustEnd) {
    this.out = out;
    this.mustEnd = mustEnd;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "vidiexport-standard-output");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    await(
        () -> {
          out.write(bytes, offset, length);
          return true;
        });
  }

  @Override
  public void flush() throws IOException {
    await(
        () -> {
          out.flush();
          return true;
        });
  }

  private void await(Callable<Boolean> writing) throws IOException {
    Future<Boolean> written = writer.submit(writing);
    try {
      while (!isDone(written)) {
        if (mustEnd.getAsBoolean()) {
          throw new IOException("nobody read it before the run had to end");
        }
      }
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

  private static boolean isDone(Future<Boolean> written)
      throws InterruptedException, ExecutionException {
    try {
      return written.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      return false;
    }
  }
}

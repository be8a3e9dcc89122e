package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Pacer;
import java.util.concurrent.atomic.AtomicLong;

/** How far a verification has come, and whether it is to go on. Thread-safe. */
final class VerifyMeter {
  private final Pacer pacer;
  private final VerifyListener listener;
  private final AtomicLong bytesDone = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private volatile long files;
  private volatile long bytes;
  private volatile boolean cancelled;

  VerifyMeter(Pacer pacer, VerifyListener listener) {
    this.pacer = pacer;
    this.listener = listener;
  }

  /** So much is to be done. */
  void begin(long allFiles, long allBytes) {
    files = allFiles;
    bytes = allBytes;
    tell();
  }

  /**
   * More bytes have been read.
   *
   * @throws ExportException {@code CANCELLED} when no more is to be read
   */
  void onRead(long more) {
    bytesDone.addAndGet(more);
    requireGoing();
  }

  /** Another listed slice has been looked at; from one thread. */
  void onFile() {
    done.incrementAndGet();
    tell();
  }

  /** Tells how far it has come; from one thread. */
  void tell() {
    listener.onProgress(
        new VerifyProgress(done.get(), files, bytesDone.get(), bytes, pacer.elapsed()));
  }

  void cancel() {
    cancelled = true;
  }

  /**
   * Ends the run where it is to end.
   *
   * @throws ExportException {@code CANCELLED} when it is
   */
  void requireGoing() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }
}

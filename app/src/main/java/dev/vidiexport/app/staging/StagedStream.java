package dev.vidiexport.app.staging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stream that a sink writes to: buffered, and closed by its host alone. Tells a failure in
 * sentences, and remembers it, so that a sink that keeps a failure to itself does not get a torn
 * file published.
 */
final class StagedStream extends OutputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final OutputStream file;
  private final OutputMessages messages;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int held;
  private boolean ended;
  private @Nullable IOException failure;

  StagedStream(OutputStream file, OutputMessages messages) {
    this.file = file;
    this.messages = messages;
  }

  @Override
  public void write(int value) throws IOException {
    requireOpen();
    if (held == BUFFER_BYTES) {
      drain();
    }
    buffer[held++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    if (length > BUFFER_BYTES - held) {
      drain();
    }
    if (length >= BUFFER_BYTES) {
      writeThrough(bytes, offset, length);
    } else {
      System.arraycopy(bytes, offset, buffer, held, length);
      held += length;
    }
  }

  @Override
  public void flush() throws IOException {
    requireOpen();
    drain();
  }

  /** Flushes only: many writers close what they write to, and the stream is not theirs. */
  @Override
  public void close() throws IOException {
    if (!ended && failure == null) {
      drain();
    }
  }

  /**
   * Writes what is held back, and closes the file.
   *
   * @throws IOException when any byte may not have been written, now or earlier
   */
  void finish() throws IOException {
    flush();
    ended = true;
    try {
      file.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Closes the file without writing what is held back. Idempotent, and never fails. */
  void abandon() {
    if (ended && failure == null) {
      return;
    }
    ended = true;
    try {
      file.close();
    } catch (IOException thrownAway) {
      // The file is about to be removed, so it does not matter what did not reach it.
      return;
    }
  }

  private void requireOpen() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      throw new IOException("the output has been closed");
    }
  }

  private void drain() throws IOException {
    writeThrough(buffer, 0, held);
    held = 0;
  }

  private void writeThrough(byte[] bytes, int offset, int length) throws IOException {
    try {
      file.write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private IOException failed(IOException cause) {
    IOException told = messages.failure(cause);
    failure = told;
    return told;
  }
}

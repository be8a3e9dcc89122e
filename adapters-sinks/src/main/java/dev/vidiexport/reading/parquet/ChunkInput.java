package dev.vidiexport.reading.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of one column of a row group, read a piece at a time. Not thread-safe. */
final class ChunkInput extends InputStream {
  private static final int BUFFER_BYTES = 4 * 1024;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final long end;
  private long position;

  ChunkInput(FileChannel file, long begin, long length) {
    this.file = file;
    this.position = begin;
    this.end = begin + length;
  }

  /** How many bytes have not been read yet. */
  long left() {
    return end - position + buffer.remaining();
  }

  @Override
  public int read() throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    return buffer.get() & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int read = Math.min(length, buffer.remaining());
    buffer.get(into, offset, read);
    return read;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      return false;
    }
    buffer.clear().limit((int) Math.min(BUFFER_BYTES, end - position));
    readFully(buffer);
    buffer.flip();
    return true;
  }

  /**
   * The next bytes, past the buffer where they are many.
   *
   * @throws UnreadableFileException when there are not so many
   */
  byte[] next(int length) throws IOException {
    if (length < 0 || length > left()) {
      throw new UnreadableFileException("a page is longer than its column");
    }
    byte[] bytes = new byte[length];
    int buffered = Math.min(length, buffer.remaining());
    buffer.get(bytes, 0, buffered);
    readFully(ByteBuffer.wrap(bytes, buffered, length - buffered));
    return bytes;
  }

  private void readFully(ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      int read = file.read(into, position);
      if (read < 0) {
        throw new EOFException("it has become shorter while it was read");
      }
      position += read;
    }
  }
}

package dev.vidiexport.sinks.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * The host's stream as the file that Parquet writes.
 *
 * @param stream the host's
 */
record HostFile(OutputStream stream) implements OutputFile {
  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new CountedStream(stream);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  /** Counts the bytes, as every part of a Parquet file is found by its position. */
  private static final class CountedStream extends PositionOutputStream {
    private final OutputStream host;
    private long position;

    CountedStream(OutputStream host) {
      this.host = host;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      host.write(value);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      host.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      host.flush();
    }

    /** Does nothing: the host closes its stream. */
    @Override
    public void close() {}
  }
}

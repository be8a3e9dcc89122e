package dev.vidiexport.app.packaged;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which all that is read is kept. */
final class RecordedInputStream extends FilterInputStream {
  private final ByteArrayOutputStream kept;

  RecordedInputStream(InputStream in, ByteArrayOutputStream kept) {
    super(in);
    this.kept = kept;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      kept.write(value);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      kept.write(bytes, offset, count);
    }
    return count;
  }
}

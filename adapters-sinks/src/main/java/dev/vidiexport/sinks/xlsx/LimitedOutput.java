package dev.vidiexport.sinks.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more: the library would go on, and nothing could open the file. */
final class LimitedOutput extends FilterOutputStream {
  private final long most;
  private long taken;

  LimitedOutput(OutputStream stream, long most) {
    super(stream);
    this.most = most;
  }

  @Override
  public void write(int single) throws IOException {
    take(1);
    out.write(single);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    take(length);
    out.write(bytes, from, length);
  }

  private void take(int length) throws IOException {
    taken += length;
    if (taken > most) {
      throw new IOException(
          "a workbook holds %s bytes, and the export needs more. Choose the format csv or parquet."
              .formatted(most));
    }
  }
}

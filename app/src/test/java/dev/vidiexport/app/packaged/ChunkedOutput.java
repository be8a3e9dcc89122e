package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body in chunks, as HTTP/1.1 frames one whose length is not known. */
final class ChunkedOutput extends OutputStream {
  private final OutputStream out;

  ChunkedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
      out.write(bytes, offset, length);
      out.write("\r\n".getBytes(US_ASCII));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends the body; without it, it counts as cut. */
  void end() throws IOException {
    out.write("0\r\n\r\n".getBytes(US_ASCII));
    out.flush();
  }
}

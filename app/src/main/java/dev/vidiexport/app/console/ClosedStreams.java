package dev.vidiexport.app.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams that say that they are closed, whatever is asked of them. */
final class ClosedStreams {
  private ClosedStreams() {}

  /** One that nothing can be read from. */
  static InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw closed();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw closed();
      }
    };
  }

  /** One that nothing can be written to; flushing it is enough to be told. */
  static OutputStream forData() {
    return new Output() {
      @Override
      public void flush() throws IOException {
        throw closed();
      }
    };
  }

  /** One that nothing can be written to; whoever has nothing to write is not told. */
  static OutputStream forTexts() {
    return new Output();
  }

  private static class Output extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      throw closed();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      throw closed();
    }
  }

  private static IOException closed() {
    return new IOException("it is closed");
  }
}

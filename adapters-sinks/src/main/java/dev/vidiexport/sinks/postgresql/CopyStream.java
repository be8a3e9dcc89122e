package dev.vidiexport.sinks.postgresql;

import java.io.IOException;
import java.io.OutputStream;
import org.postgresql.copy.CopyIn;

/** Hands bytes to a COPY that is under way. */
final class CopyStream extends OutputStream {
  private final CopyIn copy;
  private final ServerConnection connection;

  CopyStream(CopyIn copy, ServerConnection connection) {
    this.copy = copy;
    this.connection = connection;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    connection.writing(
        () -> {
          copy.writeToCopy(bytes, offset, length);
          return length;
        });
  }
}

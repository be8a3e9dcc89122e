package dev.vidiexport.app.bench.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** Reads a body from a socket and throws it away. */
public final class BareRead {
  private static final int BUFFER_BYTES = 64 * 1024;

  private BareRead() {}

  /** Reads the body of the address that is given. */
  public static void main(String[] arguments) throws IOException {
    URI address = URI.create(arguments[0]);
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (Socket socket = AnswerStream.connect(address)) {
      InputStream body = AnswerStream.of(socket, address);
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        bytes += count;
      }
    }
    System.out.println(bytes);
  }
}

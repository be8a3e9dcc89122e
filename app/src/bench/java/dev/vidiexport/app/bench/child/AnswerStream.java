package dev.vidiexport.app.bench.child;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.zip.GZIPInputStream;

/** Asks for a body over a bare socket. */
final class AnswerStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private AnswerStream() {}

  /** The body as a stream, behind the head and decompressed. */
  static InputStream of(Socket socket, URI address) throws IOException {
    String head =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(address.getPath(), address.getAuthority());
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    InputStream stream = socket.getInputStream();
    return skipHead(stream).contains("Content-Encoding: gzip")
        ? new GZIPInputStream(stream, BUFFER_BYTES)
        : stream;
  }

  static Socket connect(URI address) throws IOException {
    return new Socket(address.getHost(), address.getPort());
  }

  private static String skipHead(InputStream stream) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = stream.read();
      if (next < 0) {
        throw new IOException("the answer ended within its head");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}

package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** How answers are written in HTTP/1.1. */
final class HttpText {
  private HttpText() {}

  /** How the end of a body is told. */
  enum Framing {
    LENGTH,
    CHUNKED,
    /** By the end of the connection. */
    UNMARKED
  }

  /** What stands before a body. */
  static byte[] head(int status, String headers, int length, Framing framing) {
    String end =
        switch (framing) {
          case LENGTH -> "Content-Length: " + length + "\r\n";
          case CHUNKED -> "Transfer-Encoding: chunked\r\n";
          case UNMARKED -> "Connection: close\r\n";
        };
    return ascii(
        "HTTP/1.1 "
            + status
            + " Simulated\r\nContent-Type: application/json\r\n"
            + headers
            + end
            + "\r\n");
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** A body in chunks. */
  static byte[] chunked(byte[] body, SeededChance chance) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream(body.length + 64);
    int from = 0;
    while (from < body.length) {
      int length = Math.min(body.length - from, chance.between(1, Math.max(40, body.length / 2)));
      chunks.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
      chunks.write(body, from, length);
      chunks.writeBytes(ascii("\r\n"));
      from += length;
    }
    chunks.writeBytes(ascii("0\r\n\r\n"));
    return chunks.toByteArray();
  }
}

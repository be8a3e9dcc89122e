package dev.vidiexport.app.cut;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How a body goes over the wire, and how its reader learns where it ends. */
enum Framing {
  /** Its length is told before it. */
  LENGTH {
    @Override
    byte[] response(byte[] body) throws IOException {
      return headed("Content-Length: " + body.length, body);
    }
  },
  /** In chunks, the last of which is empty. */
  CHUNKED {
    @Override
    byte[] response(byte[] body) throws IOException {
      return headed("Transfer-Encoding: chunked", chunks(body));
    }
  },
  /** Compressed, with the length of that. */
  GZIP {
    @Override
    byte[] response(byte[] body) throws IOException {
      byte[] compressed = compressed(body);
      return headed("Content-Encoding: gzip\r\nContent-Length: " + compressed.length, compressed);
    }
  },
  /** The end of the connection is its end, so that nothing but its own text tells a cut. */
  UNTIL_CLOSE {
    @Override
    byte[] response(byte[] body) throws IOException {
      return headed("X-Length: unknown", body);
    }
  };

  private static final int CHUNK_BYTES = 200;

  /** The whole answer, head and body. */
  abstract byte[] response(byte[] body) throws IOException;

  private static byte[] headed(String header, byte[] sent) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + header
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(US_ASCII));
    response.write(sent);
    return response.toByteArray();
  }

  private static byte[] chunks(byte[] sent) throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int begin = 0; begin < sent.length; begin += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, sent.length - begin);
      chunks.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
      chunks.write(sent, begin, length);
      chunks.write("\r\n".getBytes(US_ASCII));
    }
    chunks.write("0\r\n\r\n".getBytes(US_ASCII));
    return chunks.toByteArray();
  }

  private static byte[] compressed(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }
    return compressed.toByteArray();
  }
}

package dev.vidiexport.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Inflater;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** The bytes of gzip, a piece at a time: byte by byte, or as they are for inflating. */
final class GzipInput {
  private static final int PIECE_BYTES = 8 * 1024;

  private final BufferedSource source;
  private final byte[] piece = new byte[PIECE_BYTES];
  private int begin;
  private int end;

  GzipInput(Source source) {
    this.source = source instanceof BufferedSource buffered ? buffered : Okio.buffer(source);
  }

  /**
   * The next byte, from 0 to 255.
   *
   * @throws EOFException when there is none
   */
  int next() throws IOException {
    if (!isThereMore()) {
      throw new EOFException("gzip ended within a member");
    }
    return piece[begin++] & 0xFF;
  }

  /** The next two bytes as a number, the lower one first. */
  int nextShort() throws IOException {
    int low = next();
    return low | next() << Byte.SIZE;
  }

  /** The next four bytes as a number, the lowest one first. */
  int nextInt() throws IOException {
    int low = nextShort();
    return low | nextShort() << Short.SIZE;
  }

  /** Passes over zeros, and tells whether nothing follows them. */
  boolean isPaddingToItsEnd() throws IOException {
    while (isThereMore()) {
      if (piece[begin] != 0) {
        return false;
      }
      begin++;
    }
    return true;
  }

  /**
   * Gives the bytes that wait to an inflater that needs some.
   *
   * @throws EOFException when there are none
   */
  void giveTo(Inflater inflater) throws IOException {
    if (!isThereMore()) {
      throw new EOFException("gzip ended within a member");
    }
    inflater.setInput(piece, begin, end - begin);
    begin = end;
  }

  /** The last bytes given to an inflater were more than it took. */
  void takeBack(int count) {
    begin = end - count;
  }

  private boolean isThereMore() throws IOException {
    while (begin == end) {
      int count = source.read(piece, 0, piece.length);
      if (count < 0) {
        return false;
      }
      begin = 0;
      end = count;
    }
    return true;
  }

  Timeout timeout() {
    return source.timeout();
  }

  void close() throws IOException {
    source.close();
  }
}

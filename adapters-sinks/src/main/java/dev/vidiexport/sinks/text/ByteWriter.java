package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;

/**
 * Gathers bytes for a stream, so that values are written as digits and bytes and never become
 * strings. Not thread-safe; holds 64 KiB.
 */
public final class ByteWriter {
  private static final int ROOM_BYTES = 64 * 1024;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream stream;

  /** Refuses what is not Unicode; a charset would write '?' instead. */
  private final CharsetEncoder encoder = UTF_8.newEncoder();

  private final byte[] bytes = new byte[ROOM_BYTES];
  private int size;

  public ByteWriter(OutputStream stream) {
    this.stream = stream;
  }

  /** Writes one byte. */
  public void put(byte one) throws IOException {
    makeRoom(1);
    bytes[size++] = one;
  }

  /** Writes the first bytes of an array. */
  public void put(byte[] source, int length) throws IOException {
    put(source, 0, length);
  }

  /** Writes some bytes of an array; more than there is room for go to the stream at once. */
  public void put(byte[] source, int offset, int length) throws IOException {
    if (length > bytes.length - size) {
      drain();
      if (length > bytes.length) {
        stream.write(source, offset, length);
        return;
      }
    }
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /**
   * Writes a text.
   *
   * @throws java.nio.charset.CharacterCodingException when half a surrogate pair stands alone
   */
  public void put(CharSequence text) throws IOException {
    ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
    byte[] utf8 = new byte[encoded.remaining()];
    encoded.get(utf8);
    put(utf8, utf8.length);
  }

  /** Writes a decimal as a text that reads back as the same double. */
  public void put(double number) throws IOException {
    makeRoom(DecimalWriter.LONGEST);
    int end = DecimalWriter.write(number, bytes, size);
    if (end == DecimalWriter.NOT_WRITTEN) {
      put(Double.toString(number));
    } else {
      size = end;
    }
  }

  /** Writes a whole number in decimal digits. */
  public void put(long number) throws IOException {
    makeRoom(LONGEST_NUMBER);
    size = WholeNumberWriter.write(number, bytes, size);
  }

  private void makeRoom(int more) throws IOException {
    if (more > bytes.length - size) {
      drain();
    }
  }

  /** Hands on to the stream what was gathered; does not flush the stream. */
  public void drain() throws IOException {
    stream.write(bytes, 0, size);
    size = 0;
  }
}

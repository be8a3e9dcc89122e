package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The texts of all columns of one batch, as UTF-8 one after the other. One store for all columns
 * keeps the memory of a batch within its bound, whichever column the long texts stand in.
 */
final class TextBytes {
  private static final int FIRST_BYTES = 16 * 1024;

  /** A batch that grew beyond this for a few long texts gives the memory back. */
  private static final int MOST_BYTES_KEPT = 8 * 1024 * 1024;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int used;

  /** Adds a text, behind {@link #used()}. */
  void add(byte[] utf8, int offset, int length) {
    if (length > bytes.length - used) {
      makeRoom(length);
    }
    System.arraycopy(utf8, offset, bytes, used, length);
    used += length;
  }

  private void makeRoom(int length) {
    int room = Math.addExact(used, length);
    bytes = Arrays.copyOf(bytes, Math.max(room, bytes.length + (bytes.length >> 1)));
  }

  /** Where the next text begins. */
  int used() {
    return used;
  }

  /** The array that holds the texts; another one once it has grown. */
  byte[] array() {
    return bytes;
  }

  /** How many bytes are held for texts, used or not. */
  int room() {
    return bytes.length;
  }

  String text(int begin, int end) {
    return new String(bytes, begin, end - begin, UTF_8);
  }

  /** Copies a text, and tells the index after the copy. */
  int copy(int begin, int end, byte[] into, int at) {
    System.arraycopy(bytes, begin, into, at, end - begin);
    return at + end - begin;
  }

  void clear() {
    used = 0;
    if (bytes.length > MOST_BYTES_KEPT) {
      bytes = new byte[FIRST_BYTES];
    }
  }
}

package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;

/** What stands before each member of gzip (RFC 1952, 2.3). */
final class GzipHeader {
  private static final int FIRST_BYTE = 0x1F;
  private static final int SECOND_BYTE = 0x8B;
  private static final int DEFLATE = 8;
  private static final int HAS_CHECKSUM = 1 << 1;
  private static final int HAS_EXTRA_FIELD = 1 << 2;
  private static final int HAS_NAME = 1 << 3;
  private static final int HAS_COMMENT = 1 << 4;
  private static final int RESERVED = 0b1110_0000;

  /** The time, and by what and where it was packed. */
  private static final int BYTES_OF_NO_MATTER = 6;

  /** A name and a comment have no bound of their own. */
  private static final int MOST_CHARACTERS = 64 * 1024;

  private final GzipInput input;
  private final boolean isLater;
  private final CRC32 checksum = new CRC32();

  private GzipHeader(GzipInput input, boolean isLater) {
    this.input = input;
    this.isLater = isLater;
  }

  /**
   * Reads the header that must stand here.
   *
   * @param isLater whether a member has come before
   * @throws EOFException when it ends too early
   * @throws ExportException when it is none, or none that is known
   */
  static void read(GzipInput input, boolean isLater) throws IOException {
    new GzipHeader(input, isLater).read();
  }

  private void read() throws IOException {
    require(next() == FIRST_BYTE);
    require(next() == SECOND_BYTE);
    require(next() == DEFLATE);
    int flags = next();
    require((flags & RESERVED) == 0);
    skip(BYTES_OF_NO_MATTER);
    if ((flags & HAS_EXTRA_FIELD) != 0) {
      int low = next();
      skip(low | next() << Byte.SIZE);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      int expected = (int) checksum.getValue() & 0xFFFF;
      if (input.nextShort() != expected) {
        throw ProtocolViolation.of("is damaged: a header of gzip does not fit its checksum");
      }
    }
  }

  private void require(boolean isGzip) {
    if (!isGzip) {
      throw ProtocolViolation.of(
          isLater
              ? "goes on after the end of what it packs with gzip"
              : "is not what its Content-Encoding says: it does not begin as gzip does");
    }
  }

  private int next() throws IOException {
    int next = input.next();
    checksum.update(next);
    return next;
  }

  private void skip(int count) throws IOException {
    for (int index = 0; index < count; index++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int count = 0;
    while (next() != 0) {
      count++;
      if (count > MOST_CHARACTERS) {
        throw ProtocolViolation.of(
            FailureReason.ANSWER_BEYOND_BOUNDS,
            "contains a header of gzip with a text of more than %s characters"
                .formatted(NumberText.of(MOST_CHARACTERS)));
      }
    }
  }
}

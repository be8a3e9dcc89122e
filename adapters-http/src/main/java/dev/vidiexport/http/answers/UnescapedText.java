package dev.vidiexport.http.answers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of what stands in a JSON text without escapes, eight bytes at a time. */
final class UnescapedText {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private UnescapedText() {}

  /**
   * The index of the next quote, backslash or control character.
   *
   * @param end where the bytes end; given when there is none before
   */
  static int end(byte[] bytes, int from, int end) {
    int at = from;
    while (at <= end - Long.BYTES) {
      long found = marks((long) LONGS.get(bytes, at));
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      at += Long.BYTES;
    }
    while (at < end && !isMark(bytes[at])) {
      at++;
    }
    return at;
  }

  /**
   * The high bit of every byte that is a mark. After the first such byte there may be others that
   * are not marks: a subtraction borrows from its neighbour only where it has found one.
   */
  private static long marks(long eight) {
    long control = eight - ' ' * EACH_BYTE;
    long quote = zeroes(eight ^ '"' * EACH_BYTE);
    long backslash = zeroes(eight ^ '\\' * EACH_BYTE);
    return (control & ~eight & HIGH_BITS) | quote | backslash;
  }

  private static long zeroes(long eight) {
    return (eight - EACH_BYTE) & ~eight & HIGH_BITS;
  }

  /** Bytes beyond ASCII are negative, and are not marks. */
  private static boolean isMark(byte found) {
    return found == '"' || found == '\\' || (found & 0xE0) == 0;
  }
}

package dev.vidiexport.http.answers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells whether bytes are UTF-8, strictly (RFC 3629), piece by piece: no overlong forms, no
 * surrogates, nothing beyond U+10FFFF. The JSON parser lets all of those pass.
 */
final class Utf8Check {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** How many bytes the character begun still needs, and between what the next must be. */
  private int missing;

  private int lowest;
  private int highest;

  /**
   * Takes the next piece.
   *
   * @return -1 where it is all right so far, otherwise the index of the byte that is not
   */
  int firstInvalid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int index = offset;
    while (index < end) {
      if (missing == 0) {
        index = skipAscii(bytes, index, end);
        if (index < end && !begin(bytes[index++] & 0xFF)) {
          return index - 1;
        }
      } else {
        int next = bytes[index++] & 0xFF;
        if (next < lowest || next > highest) {
          return index - 1;
        }
        missing--;
        lowest = 0x80;
        highest = 0xBF;
      }
    }
    return -1;
  }

  private static int skipAscii(byte[] bytes, int from, int end) {
    int index = from;
    while (index <= end - Long.BYTES && ((long) LONGS.get(bytes, index) & HIGH_BITS) == 0) {
      index += Long.BYTES;
    }
    while (index < end && bytes[index] >= 0) {
      index++;
    }
    return index;
  }

  /** Takes the first byte of a character of more than one; table 3-7 of the Unicode standard. */
  private boolean begin(int lead) {
    lowest = 0x80;
    highest = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      missing = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      missing = 2;
      if (lead == 0xE0) {
        lowest = 0xA0;
      } else if (lead == 0xED) {
        highest = 0x9F;
      }
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      missing = 3;
      if (lead == 0xF0) {
        lowest = 0x90;
      } else if (lead == 0xF4) {
        highest = 0x8F;
      }
    } else {
      return false;
    }
    return true;
  }
}

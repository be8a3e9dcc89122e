package dev.vidiexport.http.answers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What stood before each value of the nested objects so far, from the brace or the value before it:
 * white space, a comma, a name and its colon. Objects mostly repeat it to the byte, and it is then
 * compared and copied, and not read once more. For each depth and place in an object it keeps the
 * last. Not thread-safe.
 */
final class NestedSeparators {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int DEPTHS = 4;
  private static final int MEMBERS = 16;

  /**
   * Longer ones are read each time, and so are those with fewer bytes than are compared at once.
   */
  private static final int MOST_BYTES = 64;

  private final NestedCopies copies;
  private final byte[] read = new byte[DEPTHS * MEMBERS * MOST_BYTES];
  private final byte[] written = new byte[DEPTHS * MEMBERS * MOST_BYTES];
  private final int[] readLengths = new int[DEPTHS * MEMBERS];
  private final int[] writtenLengths = new int[DEPTHS * MEMBERS];

  NestedSeparators(NestedCopies copies) {
    this.copies = copies;
  }

  /**
   * Copies what stands before a value, when it is the same as the last time.
   *
   * @param depth of the object, from 1
   * @param member the place of the value in the object, from 0
   * @param at the index after the brace or the value before
   * @param end where the bytes end
   * @return the index of the value, or {@code at} when it is another, and nothing was copied
   */
  int pass(int depth, int member, byte[] bytes, int at, int end) {
    if (depth > DEPTHS || member >= MEMBERS) {
      return at;
    }
    int place = (depth - 1) * MEMBERS + member;
    int length = readLengths[place];
    if (length == 0 || length > end - at || !isSame(bytes, at, place * MOST_BYTES, length)) {
      return at;
    }
    copies.replace(at, at + length, written, place * MOST_BYTES, writtenLengths[place]);
    return at + length;
  }

  /** Compares eight bytes at a time; the last eight may overlap those before. */
  private boolean isSame(byte[] bytes, int at, int known, int length) {
    for (int offset = 0; offset < length - Long.BYTES; offset += Long.BYTES) {
      if (eight(bytes, at + offset) != eight(read, known + offset)) {
        return false;
      }
    }
    int last = length - Long.BYTES;
    return eight(bytes, at + last) == eight(read, known + last);
  }

  private static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /**
   * Remembers what stood before a value.
   *
   * @param from the index after the brace or the value before
   * @param to the index of the value
   * @param writtenFrom where the copies of these bytes begin
   */
  void learn(int depth, int member, byte[] bytes, int from, int to, int writtenFrom) {
    int length = to - from;
    if (depth > DEPTHS || member >= MEMBERS || length < Long.BYTES || length > MOST_BYTES) {
      return;
    }
    int place = (depth - 1) * MEMBERS + member;
    System.arraycopy(bytes, from, read, place * MOST_BYTES, length);
    readLengths[place] = length;
    writtenLengths[place] = copies.keep(to) - writtenFrom;
    System.arraycopy(
        copies.array(), writtenFrom, written, place * MOST_BYTES, writtenLengths[place]);
  }
}

package dev.vidiexport.http.answers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The nested values of one row, one after the other, made of what is kept of the bytes of the body.
 * Bytes are kept in runs, from one that was left out to the next. Not thread-safe.
 */
final class NestedCopies {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** Up to this length, a run is copied faster here than by the system; in whole eights. */
  private static final int SHORT_BYTES = 32;

  private byte[] copies = {};
  private int size;
  private int[] ends = new int[4];
  private int values;

  private byte[] bytes = {};

  /** Where what is kept, but not copied yet, begins. */
  private int run;

  /** Forgets the values of the row before. */
  void clear() {
    size = 0;
    values = 0;
  }

  /**
   * A value begins, of which all is kept until something is left out.
   *
   * @param most how many bytes it will have at most
   */
  void begin(byte[] bytes, int begin, int most) {
    this.bytes = bytes;
    run = begin;
    int needed = size + most + SHORT_BYTES;
    if (needed > copies.length) {
      copies = Arrays.copyOf(copies, Math.max(needed, 2 * copies.length));
    }
  }

  /** Leaves out the bytes from the first index to before the second. */
  void leaveOut(int from, int to) {
    copyRun(from);
    run = to;
  }

  /**
   * Copies what is kept up to an index.
   *
   * @return how long all copies of the row are then
   */
  int keep(int to) {
    copyRun(to);
    run = to;
    return size;
  }

  /**
   * Puts other bytes in the place of those from the first index to before the second.
   *
   * @param source may be read up to the next whole eight
   * @param length no more than the bytes in whose place they are put
   */
  void replace(int from, int to, byte[] source, int offset, int length) {
    copyRun(from);
    for (int done = 0; done < length; done += Long.BYTES) {
      LONGS.set(copies, size + done, (long) LONGS.get(source, offset + done));
    }
    size += length;
    run = to;
  }

  private void copyRun(int to) {
    int length = to - run;
    if (length <= SHORT_BYTES && run + SHORT_BYTES <= bytes.length) {
      copyShort(length);
    } else {
      System.arraycopy(bytes, run, copies, size, length);
    }
    size += length;
  }

  /**
   * Copies eights, and more than needed: what that is too much is written over by what comes next.
   */
  private void copyShort(int length) {
    copyEight(0);
    copyEight(Long.BYTES);
    if (length > SHORT_BYTES / 2) {
      copyEight(2 * Long.BYTES);
      copyEight(3 * Long.BYTES);
    }
  }

  private void copyEight(int offset) {
    LONGS.set(copies, size + offset, (long) LONGS.get(bytes, run + offset));
  }

  /** The value ends before an index. */
  void end(int end) {
    copyRun(end);
    if (values == ends.length) {
      ends = Arrays.copyOf(ends, values * 2);
    }
    ends[values++] = size;
  }

  /** What holds the values; another array once there is one more. */
  byte[] array() {
    return copies;
  }

  /** Where a value of the row begins. */
  int offset(int value) {
    return value == 0 ? 0 : ends[value - 1];
  }

  int length(int value) {
    return ends[value] - offset(value);
  }
}

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

  private void copyRun(int to) {
    int length = to - run;
    if (length <= SHORT_BYTES && run + SHORT_BYTES <= bytes.length) {
      copyShort(length);
    } else {
      System.arraycopy(bytes, run, copies, size, length);
    }
    size += length;
  }

  /** Copies eight bytes at a time: what that is too much is written over by what comes next. */
  private void copyShort(int length) {
    for (int done = 0; done < length; done += Long.BYTES) {
      LONGS.set(copies, size + done, (long) LONGS.get(bytes, run + done));
    }
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

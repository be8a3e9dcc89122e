package dev.vidiexport.sinks.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one number, the first of them lowest, to look at all at once. */
final class EightBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private EightBytes() {}

  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  static void put(byte[] bytes, int index, long eight) {
    LONGS.set(bytes, index, eight);
  }

  /** One byte, eight times. */
  static long each(int value) {
    return (value & 0xFF) * EACH_BYTE;
  }

  /** The high bit of the first byte that is zero; further ones may be wrong. */
  static long zeroes(long eight) {
    return (eight - EACH_BYTE) & ~eight & HIGH_BITS;
  }
}

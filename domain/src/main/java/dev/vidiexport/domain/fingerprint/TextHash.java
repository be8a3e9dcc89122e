package dev.vidiexport.domain.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Austin Appleby's MurmurHash3 of bytes to 128 bits ({@code MurmurHash3_x64_128}, public domain),
 * with two seeds of 64 bits. An object is used again for each text; not thread-safe.
 */
final class TextHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = 16;
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long first;
  private long second;

  /**
   * Hashes a text.
   *
   * @param text holds it; only its own bytes matter
   */
  void hash(byte[] text, int offset, int length, long firstSeed, long secondSeed) {
    long h1 = firstSeed;
    long h2 = secondSeed;
    int at = offset;
    int end = offset + length;
    for (; at <= end - BLOCK; at += BLOCK) {
      h1 ^= scrambled1((long) LONGS.get(text, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= scrambled2((long) LONGS.get(text, at + Long.BYTES));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    // What is missing of the last block counts as zero, and zero changes nothing.
    if (at < end) {
      h1 ^= scrambled1(eightBytes(text, at, end - at));
    }
    if (at + Long.BYTES < end) {
      h2 ^= scrambled2(eightBytes(text, at + Long.BYTES, end - at - Long.BYTES));
    }
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = BitMixing.murmur(h1);
    h2 = BitMixing.murmur(h2);
    h1 += h2;
    first = h1;
    second = h2 + h1;
  }

  /** The next eight bytes, with zeros behind the last one of the text. */
  private static long eightBytes(byte[] text, int at, int left) {
    if (left >= Long.BYTES) {
      return (long) LONGS.get(text, at);
    }
    if (at + Long.BYTES <= text.length) {
      return (long) LONGS.get(text, at) & ((1L << (8 * left)) - 1);
    }
    long bytes = 0;
    for (int index = left - 1; index >= 0; index--) {
      bytes = bytes << 8 | (text[at + index] & 0xFF);
    }
    return bytes;
  }

  private static long scrambled1(long block) {
    return Long.rotateLeft(block * C1, 31) * C2;
  }

  private static long scrambled2(long block) {
    return Long.rotateLeft(block * C2, 33) * C1;
  }

  /** The first 64 bits of the text that was hashed last. */
  long first() {
    return first;
  }

  /** The other 64. */
  long second() {
    return second;
  }
}

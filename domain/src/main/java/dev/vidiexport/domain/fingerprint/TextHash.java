package dev.vidiexport.domain.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Austin Appleby's MurmurHash3 of bytes to 128 bits ({@code MurmurHash3_x64_128}, public domain),
 * with two seeds of 64 bits. An object is used again for each text; not thread-safe.
 */
final class TextHash {
  /** So many bytes behind a text are read, and their values do not matter. */
  static final int SLACK = 15;

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
   * @param text has {@link #SLACK} bytes more than the text, which stands at its beginning
   */
  void hash(byte[] text, int length, long firstSeed, long secondSeed) {
    long h1 = firstSeed;
    long h2 = secondSeed;
    int at = 0;
    for (int end = length - BLOCK; at <= end; at += BLOCK) {
      h1 ^= scrambled1((long) LONGS.get(text, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= scrambled2((long) LONGS.get(text, at + 8));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    int left = length - at;
    if (left > 0) {
      // What stands behind the text counts as zero, and zero changes nothing.
      h1 ^= scrambled1((long) LONGS.get(text, at) & lowest(left));
      if (left > 8) {
        h2 ^= scrambled2((long) LONGS.get(text, at + 8) & lowest(left - 8));
      }
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

  private static long scrambled1(long block) {
    return Long.rotateLeft(block * C1, 31) * C2;
  }

  private static long scrambled2(long block) {
    return Long.rotateLeft(block * C2, 33) * C1;
  }

  /** A mask of the first bytes; of eight and more it is all. */
  private static long lowest(int bytes) {
    return bytes >= Long.BYTES ? -1L : (1L << (8 * bytes)) - 1;
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

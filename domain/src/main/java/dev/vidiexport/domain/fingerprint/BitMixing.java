package dev.vidiexport.domain.fingerprint;

/**
 * Two finalizers: each maps 64 bits to 64 bits one to one, so that a change of any bit changes half
 * of the others. Their constants are Austin Appleby's (MurmurHash3, {@code fmix64}) and David
 * Stafford's ({@code Mix13}, which {@link java.util.SplittableRandom} uses, too); both are in the
 * public domain.
 */
final class BitMixing {
  private BitMixing() {}

  static long murmur(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  static long stafford(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}

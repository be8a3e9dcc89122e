package dev.vidiexport.http.sandbox.chance;

/** Made-up chance: the same bits for the same question, however often and in whatever order. */
public final class Chance {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Chance() {}

  /** 64 bits that depend on both values and look like neither (the finish of SplitMix64). */
  public static long mix(long chance, long value) {
    long bits = (chance ^ (value * GOLDEN_RATIO)) + GOLDEN_RATIO;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  /** From 0, inclusive, to 1, exclusive. */
  public static double share(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** From 0, inclusive, to the bound, exclusive. */
  public static int below(long bits, int bound) {
    return (int) (share(bits) * bound);
  }

  /** True once in so many times. */
  public static boolean onceIn(int times, long bits) {
    return below(bits, times) == 0;
  }
}

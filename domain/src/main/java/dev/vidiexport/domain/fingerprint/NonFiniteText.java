package dev.vidiexport.domain.fingerprint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Recognises the words for numbers that are not finite, which count as null. */
public final class NonFiniteText {
  private static final byte[] NAN = "NaN".getBytes(US_ASCII);
  private static final byte[] INFINITY = "Infinity".getBytes(US_ASCII);
  private static final byte[] MINUS_INFINITY = "-Infinity".getBytes(US_ASCII);

  private NonFiniteText() {}

  /**
   * Whether some bytes are one of these words.
   *
   * @param length how many there are from {@code begin} on
   */
  public static boolean is(byte[] bytes, int begin, int length) {
    return switch (length) {
      case 3 -> are(NAN, bytes, begin);
      case 8 -> are(INFINITY, bytes, begin);
      case 9 -> are(MINUS_INFINITY, bytes, begin);
      default -> false;
    };
  }

  private static boolean are(byte[] word, byte[] bytes, int begin) {
    return Arrays.equals(word, 0, word.length, bytes, begin, begin + word.length);
  }
}

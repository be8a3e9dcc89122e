package dev.vidiexport.domain.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for texts. */
final class TextDigest {
  private TextDigest() {}

  /**
   * The beginning of the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits.
   *
   * @param digits how many; even, from 2 to 64
   */
  static String of(String text, int digits) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, digits / 2);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}

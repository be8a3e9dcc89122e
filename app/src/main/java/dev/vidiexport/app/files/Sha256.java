package dev.vidiexport.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
  private Sha256() {}

  /** A digest to be fed. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /**
   * A short name for a text.
   *
   * @param bytes how much of the digest is kept, from 1 to 32; the name has twice as many digits
   */
  public static String of(String text, int bytes) {
    return HexFormat.of().formatHex(begin().digest(text.getBytes(UTF_8)), 0, bytes);
  }
}

package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.files.Sha256;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Which content has which digest: every file is looked at after each sync, and few change. */
final class KnownContents {
  private final Map<String, byte[]> byDigest = new HashMap<>();

  /** Whether a content has a digest. */
  boolean has(byte[] content, String sha256) {
    if (Arrays.equals(byDigest.get(sha256), content)) {
      return true;
    }
    String digest = digest(content);
    byDigest.put(digest, content);
    return digest.equals(sha256);
  }

  static String digest(byte[] content) {
    return HexFormat.of().formatHex(Sha256.begin().digest(content));
  }
}

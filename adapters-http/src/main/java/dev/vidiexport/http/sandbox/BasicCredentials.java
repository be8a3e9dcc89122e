package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.http.sandbox.chance.Chance;
import dev.vidiexport.http.sandbox.data.Refusal;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The user name and the token that a sandbox takes. */
record BasicCredentials(String username, String token) {
  private static final String SCHEME = "basic ";

  /** Made up from the seed, so that a script may know them beforehand. */
  static BasicCredentials of(long seed) {
    long secret = Chance.mix(seed, 0x746f6b656eL);
    return new BasicCredentials("sandbox", "sandbox-" + HexFormat.of().toHexDigits(secret));
  }

  /**
   * Lets the user in.
   *
   * @param header the value of {@code Authorization}; null where there is none
   * @throws Refusal when it is not that user's
   */
  void check(@Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw Refusal.of(401, "Authentication credentials were not provided");
    }
    byte[] expected = (username + ":" + token).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, decoded(header.substring(SCHEME.length()).strip()))) {
      throw Refusal.of(401, "Invalid API Token");
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw Refusal.of(401, "Invalid basic header");
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[username=%s, token=(not shown)]".formatted(username);
  }
}

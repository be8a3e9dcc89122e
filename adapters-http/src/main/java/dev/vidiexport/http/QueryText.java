package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Encodes a value for the query of a URL, once, and leaves it as readable as it can be. */
final class QueryText {
  /** RFC 3986's unreserved characters, and the two that times and lists of ids are made of. */
  private static final String KEPT = "-._~:,";

  private static final String HEX = "0123456789ABCDEF";

  private QueryText() {}

  static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length() + 16);
    for (byte octet : value.getBytes(UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isLetterOrDigit(character) || KEPT.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append('%').append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}

package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** The label of a tag as one segment of a path. */
final class TagLabel {
  private TagLabel() {}

  /**
   * The label, encoded; empty where no address can name it: every reader of addresses takes {@code
   * .} and {@code ..} for steps, encoded or not (RFC 3986, 5.2.4; WHATWG URL, 4.2), and half a
   * surrogate pair is not a character.
   */
  static Optional<String> segment(String label) {
    boolean isStep = label.isEmpty() || label.equals(".") || label.equals("..");
    return isStep || !isUnicode(label) ? Optional.empty() : Optional.of(QueryText.encode(label));
  }

  private static boolean isUnicode(String label) {
    return UTF_8.newEncoder().canEncode(label);
  }
}

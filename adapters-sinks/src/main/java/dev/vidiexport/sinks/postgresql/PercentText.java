package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/** Texts in which bytes of UTF-8 stand as a percent sign and two hexadecimal digits. */
final class PercentText {
  private PercentText() {}

  /** The text without percent signs; empty where one is not followed by what it must be. */
  static Optional<String> decoded(String written) {
    byte[] given = written.getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(given.length);
    for (int at = 0; at < given.length; at++) {
      if (given[at] != '%') {
        bytes.write(given[at]);
      } else if (at + 2 < given.length && isHex(given[at + 1]) && isHex(given[at + 2])) {
        bytes.write(
            HexFormat.fromHexDigit(given[at + 1]) << 4 | HexFormat.fromHexDigit(given[at + 2]));
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static boolean isHex(byte character) {
    return HexFormat.isHexDigit(character);
  }
}

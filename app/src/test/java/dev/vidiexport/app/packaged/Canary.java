package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The credentials of the tests: a token that is nowhere by chance, so that a leak is seen. */
final class Canary {
  static final String USERNAME = "canary@example.com";
  static final String TOKEN = "Cn4ry+T0ken/9f3b";

  private Canary() {}

  /** What the program must send. */
  static String authorization() {
    return "Basic " + base64(USERNAME + ":" + TOKEN);
  }

  /** Every writing of the token that must not show anywhere. */
  static List<String> writings() {
    // A text has three writings in base64 within a longer text, by where it begins.
    Stream<String> within =
        Stream.of("", "x", "xx")
            .map(before -> base64(before + TOKEN))
            .map(text -> text.substring(4, text.length() - 4));
    return Stream.concat(
            Stream.of(TOKEN, "Cn4ry%2BT0ken%2F9f3b", base64(USERNAME + ":" + TOKEN)), within)
        .toList();
  }

  /** The writings of the token that a text holds. */
  static List<String> leakedInto(String text) {
    return writings().stream().filter(text::contains).toList();
  }

  /** The writings of the token that these bytes hold. */
  static List<String> leakedInto(byte[] bytes) {
    return leakedInto(new String(Arrays.copyOf(bytes, bytes.length), UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}

package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The credentials of the tests: tokens that are nowhere by chance, so that a leak is seen. */
public final class Canary {
  static final String USERNAME = "canary@example.com";
  public static final String TOKEN = "Cn4ry+T0ken/9f3b";

  /** One that parsers take for a single word, and may therefore quote as a whole. */
  static final String PLAIN_TOKEN = "Q7Rw2zXk9Lm4Tb8Vd3Hs6Jc1";

  /** A part of a token of this length is a leak. */
  private static final int PART_CHARACTERS = 8;

  private static final Pattern URL_ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");
  private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final List<String> WRITINGS =
      Stream.of(TOKEN, PLAIN_TOKEN).flatMap(Canary::writings).toList();

  private Canary() {}

  /** What the program must send. */
  static String authorization() {
    return "Basic " + base64(USERNAME + ":" + TOKEN);
  }

  /** Every part of a token, and what base64 makes of it wherever it begins in a longer text. */
  private static Stream<String> writings(String token) {
    Stream<String> parts =
        IntStream.rangeClosed(0, token.length() - PART_CHARACTERS)
            .mapToObj(begin -> token.substring(begin, begin + PART_CHARACTERS));
    Stream<String> within =
        Stream.of("", "x", "xx")
            .map(before -> base64(before + token))
            .map(text -> text.substring(4, text.length() - 4));
    return Stream.concat(parts, within);
  }

  /** The writings of a token that a text holds, as it is, or escaped for URLs or in JSON. */
  static List<String> leakedInto(String text) {
    String plain = text.indexOf('%') < 0 ? text : unescaped(URL_ESCAPE, text);
    if (plain.indexOf('\\') >= 0) {
      plain = unescaped(JSON_ESCAPE, plain.replace("\\/", "/"));
    }
    // The alphabet of base64 that is made for URLs.
    String urlSafe = plain.replace('-', '+').replace('_', '/');
    String all = text + "\n" + plain + "\n" + urlSafe;
    return WRITINGS.stream().filter(all::contains).toList();
  }

  /** The writings of a token that these bytes hold. */
  static List<String> leakedInto(byte[] bytes) {
    return leakedInto(new String(bytes, ISO_8859_1));
  }

  private static String unescaped(Pattern escape, String text) {
    return escape
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}

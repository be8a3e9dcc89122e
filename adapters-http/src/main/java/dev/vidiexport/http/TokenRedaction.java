package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms of a token that must not be shown. Immutable. */
final class TokenRedaction {
  private static final String HIDDEN = "(not shown)";

  /** How a shortened text ends. */
  private static final String CUT = "…";

  private static final int LEAST_BEGIN_CHARACTERS = 4;
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  /** Anything shorter occurs in other texts by chance. */
  private static final int LEAST_BASE64_CHARACTERS = 8;

  /** The longest first: one may be part of another. */
  private final List<String> writings;

  private TokenRedaction(Stream<String> writings) {
    this.writings =
        writings.distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /**
   * The forms of a token: as it is, escaped as JSON and for URLs, and in base64.
   *
   * @param header what is sent of it in base64
   */
  static TokenRedaction of(String token, String header) {
    String query = QueryText.encode(token);
    String form = URLEncoder.encode(token, UTF_8);
    Stream<String> base64 =
        IntStream.range(0, 3)
            .mapToObj(offset -> withinBase64(token, offset))
            .filter(text -> text.length() >= LEAST_BASE64_CHARACTERS);
    return new TokenRedaction(
        Stream.concat(
            Stream.of(token, token.replace("/", "\\/"), query, form, lower(query), lower(form)),
            Stream.concat(Stream.of(header), base64)
                .flatMap(text -> Stream.of(text, forUrls(text), URLEncoder.encode(text, UTF_8)))));
  }

  /**
   * What base64 makes of the token within a longer text, wherever that is.
   *
   * @param offset how many bytes stand before it in its group of three
   */
  private static String withinBase64(String token, int offset) {
    byte[] bytes = ("\0".repeat(offset) + token).getBytes(UTF_8);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    // The characters at the edges also hold bits of what is beside the token.
    int begin = offset == 0 ? 0 : offset + 1;
    int end = bytes.length % 3 == 0 ? text.length() : text.length() - 1;
    return text.substring(Math.min(begin, end), end);
  }

  private static String forUrls(String base64) {
    return base64.replace('+', '-').replace('/', '_');
  }

  /** The escapes of a URL in lower case. */
  private static String lower(String encoded) {
    return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  /** All of them, the longest first. */
  List<String> writings() {
    return writings;
  }

  /** A text without them, and without the beginning of one where the text was cut. */
  String hiddenIn(String text) {
    String safe = text;
    for (String writing : writings) {
      safe = safe.replace(writing, HIDDEN);
    }
    for (int cut = safe.indexOf(CUT); cut >= 0; cut = safe.indexOf(CUT, cut + 1)) {
      int begin = cut - longestBeginBefore(cut, safe);
      if (begin < cut) {
        safe = safe.substring(0, begin) + HIDDEN + safe.substring(cut);
        cut = begin + HIDDEN.length();
      }
    }
    return safe;
  }

  private int longestBeginBefore(int end, String text) {
    int longest = 0;
    for (String writing : writings) {
      for (int length = Math.min(writing.length() - 1, end); length > longest; length--) {
        if (length >= LEAST_BEGIN_CHARACTERS
            && writing.regionMatches(0, text, end - length, length)) {
          longest = length;
        }
      }
    }
    return longest;
  }
}

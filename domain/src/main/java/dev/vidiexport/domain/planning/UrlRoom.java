package dev.vidiexport.domain.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;

/** How much of a URL is left for the ids of sources. */
final class UrlRoom {
  private static final int MOST_CHARACTERS = 6_000;

  /** For the base URL, the path, and what a poll may add ({@code status_only}). */
  private static final int ELSEWHERE = 120;

  /** Characters that stand in a query as they are; each octet of any other takes three. */
  private static final String PLAIN = "-._~:,";

  private static final int ENCODED_OCTET = 3;

  private UrlRoom() {}

  /** How long the list of ids may be, commas included; negative where all else is too long. */
  static int forIds(RequestTemplate template, TimeWindow window, SourceKind kind) {
    int others =
        template.request(window, SourceSet.of(kind, 1)).arguments().entrySet().stream()
            .mapToInt(argument -> length(argument.getKey()) + length(argument.getValue()) + 2)
            .sum();
    return MOST_CHARACTERS - ELSEWHERE - others + 1;
  }

  private static int length(String text) {
    int length = 0;
    for (byte octet : text.getBytes(UTF_8)) {
      length += isPlain((char) (octet & 0xFF)) ? 1 : ENCODED_OCTET;
    }
    return length;
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || PLAIN.indexOf(character) >= 0;
  }
}

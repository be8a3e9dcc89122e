package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.http.sandbox.data.Refusal;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a URL. */
final class QueryArguments {
  private QueryArguments() {}

  /**
   * The arguments by their names, decoded.
   *
   * @param query as it stands in the URL; null where there is none
   * @throws Refusal when an argument is there twice, or is not encoded well
   */
  static Map<String, String> parse(@Nullable String query) {
    Map<String, String> arguments = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return arguments;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (arguments.put(name, value) != null) {
        throw Refusal.badRequest("Argument " + name + " was given more than once");
      }
    }
    return arguments;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.badRequest("The query is not encoded correctly: " + text);
    }
  }
}

package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param method its method
 * @param path its path, without the query
 * @param arguments what its query says, decoded, in the order received
 * @param headers its headers, by their names in lower case
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> arguments, Map<String, String> headers) {
  static ReceivedRequest parse(List<String> head) {
    String[] line = head.get(0).split(" ", 3);
    String[] target = line[1].split("\\?", 2);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : head.subList(1, head.size())) {
      String[] parts = header.split(":", 2);
      headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (a, b) -> a + ", " + b);
    }
    return new ReceivedRequest(
        line[0], target[0], arguments(target.length > 1 ? target[1] : ""), headers);
  }

  private static Map<String, String> arguments(String query) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = argument.split("=", 2);
      String value = parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "";
      String twice = arguments.put(URLDecoder.decode(parts[0], UTF_8), value);
      if (twice != null) {
        throw new AssertionError("The argument " + parts[0] + " was sent twice");
      }
    }
    return arguments;
  }
}

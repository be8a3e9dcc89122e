package dev.vidiexport.sinks.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the driver answers, as maps and lists. */
final class Json {
  private Json() {}

  static Map<String, Object> object(Object value) {
    return ((Map<?, ?>) value)
        .entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .collect(Collectors.toMap(entry -> (String) entry.getKey(), Map.Entry::getValue));
  }

  static List<Object> list(Object value) {
    return List.copyOf((List<?>) value);
  }

  static List<String> texts(Object value) {
    return list(value).stream().map(String.class::cast).toList();
  }
}

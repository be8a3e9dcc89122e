package dev.vidiexport.http.network;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The system properties of this Java, as the user gave them with {@code -D}. Immutable.
 *
 * @param values by name
 */
public record JavaProperties(Map<String, String> values) {
  public JavaProperties {
    values = Map.copyOf(values);
  }

  /** What a property holds; empty when it is not set, or set to nothing, which Java takes alike. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a property is there, even if it holds nothing. */
  boolean isMentioned(String name) {
    return values.containsKey(name);
  }

  Set<String> names() {
    return values.keySet();
  }
}

package dev.vidiexport.app.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parts of which a JSON Schema is made. */
final class SchemaParts {
  private SchemaParts() {}

  /** Keywords and their values, one after the other, in an order that is always the same. */
  static Map<String, Object> part(Object... keywordsAndValues) {
    Map<String, Object> part = new LinkedHashMap<>();
    for (int at = 0; at < keywordsAndValues.length; at += 2) {
      part.put((String) keywordsAndValues[at], keywordsAndValues[at + 1]);
    }
    return part;
  }

  /** A text that a pattern is found in. */
  static Map<String, Object> text(String pattern) {
    return part("type", "string", "pattern", pattern);
  }

  static Map<String, Object> oneOfWords(Stream<String> words) {
    return part("enum", words.toList());
  }

  static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
    return part("anyOf", List.of(one, other));
  }

  /** One of these, or a list of at least one. */
  static Map<String, Object> listOrOne(List<Map<String, Object>> items) {
    List<Object> parts = new ArrayList<>(items);
    parts.add(part("type", "array", "minItems", 1, "items", part("anyOf", items)));
    return part("anyOf", parts);
  }

  /** An object with these keys and no others. */
  static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("properties", properties);
    return object;
  }

  /** The same, with what editors show. */
  static Map<String, Object> described(String description, Map<String, Object> part) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("description", description);
    described.putAll(part);
    return described;
  }
}

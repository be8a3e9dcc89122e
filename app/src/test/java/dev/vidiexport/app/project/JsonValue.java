package dev.vidiexport.app.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of what YAML was loaded as what JSON can write. */
final class JsonValue {
  private JsonValue() {}

  static @Nullable Object of(@Nullable Object loaded) {
    if (loaded instanceof Map<?, ?> map) {
      Map<String, Object> object = new LinkedHashMap<>();
      map.forEach((key, value) -> object.put(String.valueOf(key), of(value)));
      return object;
    }
    if (loaded instanceof List<?> list) {
      return list.stream().map(JsonValue::of).toList();
    }
    return loaded;
  }
}

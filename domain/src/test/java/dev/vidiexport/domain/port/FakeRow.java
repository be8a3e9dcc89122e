package dev.vidiexport.domain.port;

import dev.vidiexport.domain.typing.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row of an answer, for tests. Immutable; a key may stand twice. */
public record FakeRow(List<Field> fields) {
  /** A key and its value. */
  public record Field(String key, JsonValue value) {}

  public FakeRow {
    fields = List.copyOf(fields);
  }

  /** A row of keys and values in turn; each value is JSON. */
  public static FakeRow of(String... keysAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int index = 0; index < keysAndValues.length; index += 2) {
      fields.add(new Field(keysAndValues[index], JsonValue.of(keysAndValues[index + 1])));
    }
    return new FakeRow(fields);
  }

  /** A row of values by key. */
  public static FakeRow of(Map<String, JsonValue> values) {
    List<Field> fields = new ArrayList<>();
    values.forEach((key, value) -> fields.add(new Field(key, value)));
    return new FakeRow(fields);
  }

  /** How many bytes the row takes in a body, about. */
  long bodyBytes() {
    return 2
        + fields.stream()
            .mapToLong(field -> field.key().length() + field.value().json().length() + 4)
            .sum();
  }
}

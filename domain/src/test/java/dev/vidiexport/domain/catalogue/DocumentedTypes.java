package dev.vidiexport.domain.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code types.txt}, the copy by hand of what the documentation says of the types of columns. */
final class DocumentedTypes {
  private final Map<String, String> byKey = new HashMap<>();

  DocumentedTypes() {
    for (String line : DocumentedText.lines("types.txt")) {
      String[] words = line.split(" ", -1);
      for (int index = 1; index < words.length; index++) {
        if (byKey.put(words[index], words[0]) != null) {
          throw new IllegalStateException(words[index] + " occurs twice");
        }
      }
    }
  }

  /** What the values of a key are in the rows of a data type. */
  String of(String dataType, String key) {
    String type = byKey.getOrDefault(dataType + "." + key, byKey.get(key));
    if (type == null) {
      throw new IllegalStateException("nothing says what the values of " + key + " are");
    }
    return type;
  }

  /** The keys that have this type in every data type. */
  Set<String> keys(String type) {
    return byKey.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type) && !entry.getKey().contains("."))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}

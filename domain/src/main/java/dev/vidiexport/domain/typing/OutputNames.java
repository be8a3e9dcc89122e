package dev.vidiexport.domain.typing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What keys that nobody knows are called in an output, where some names are taken: that of the
 * partition, and those of columns that were added. Different keys have different names, and the key
 * can be told from the name. Immutable.
 */
public final class OutputNames {
  private final ReservedName partition;
  private final Map<String, String> nameOfKey;
  private final Map<String, String> keyOfName = new HashMap<>();
  private final List<ReservedName> given = new ArrayList<>();

  /**
   * Names for keys.
   *
   * @param partition the name that no column may have
   * @param renamed other names, by keys whose own names are taken; no two alike
   */
  public OutputNames(ReservedName partition, Map<String, String> renamed) {
    this.partition = requireNonNull(partition, "partition must not be null");
    // In an order that is always the same: it decides what some keys are called.
    this.nameOfKey = new TreeMap<>(renamed);
    nameOfKey.forEach(
        (key, name) -> {
          if (keyOfName.put(name, key) != null) {
            throw new IllegalArgumentException(
                "renamed must have different names, but has \"%s\" twice".formatted(name));
          }
          given.add(new ReservedName(name));
        });
  }

  /** The name of a key in the output. */
  String written(String key) {
    String renamed = nameOfKey.get(key);
    if (renamed != null) {
      return renamed;
    }
    String written = partition.written(key);
    for (ReservedName name : given) {
      written = name.written(written);
    }
    return written;
  }

  /** The key of a name in the output. */
  String received(String name) {
    String renamed = keyOfName.get(name);
    if (renamed != null) {
      return renamed;
    }
    String key = name;
    for (int last = given.size() - 1; last >= 0; last--) {
      key = given.get(last).received(key);
    }
    return partition.received(key);
  }
}

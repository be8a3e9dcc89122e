package dev.vidiexport.domain.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How many were counted, of each kind that a report has. Immutable.
 *
 * @param values by kind, in the order of the kinds; empty where none of its periods was measured
 */
public record Counts(Map<CountKind, OptionalDouble> values) {
  public Counts {
    EnumMap<CountKind, OptionalDouble> copy = new EnumMap<>(CountKind.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** The kinds that there are, measured here or not. */
  public Set<CountKind> kinds() {
    return values.keySet();
  }

  /**
   * How many of a kind were counted; empty where nothing was measured, or there is no such kind.
   */
  public OptionalDouble of(CountKind kind) {
    return values.getOrDefault(kind, OptionalDouble.empty());
  }
}

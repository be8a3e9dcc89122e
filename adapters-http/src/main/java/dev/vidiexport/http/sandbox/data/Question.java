package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * One export: all that tells it from another, whatever order its arguments came in. Whether it is
 * to be rebuilt, or only to tell its state, is not part of it.
 *
 * @param sources the ids asked for, by kind
 * @param contentIds empty for all
 * @param settings the other arguments; the numbers that are made up do not depend on them
 */
public record Question(
    String dataType,
    Resolution resolution,
    LocalDateTime start,
    LocalDateTime end,
    Map<SourceArgument, Set<Long>> sources,
    boolean grouped,
    SortedSet<String> contentIds,
    Map<String, String> settings) {

  DocumentedType type() {
    return KeyTable.find(dataType).orElseThrow();
  }

  /** The keys that the rows have, in the order of the table. */
  List<Key> keys() {
    return type().keys(resolution, grouped);
  }

  /** Most rows that the service gives for it. */
  long rowLimit() {
    return resolution.isAggregated() ? 20_000_000 : 3_000_000;
  }

  /** How many sources it names. */
  public int sourceCount() {
    return sources.values().stream().mapToInt(Set::size).sum();
  }

  /** The same number for an equal question, in every process. */
  public long fingerprint() {
    long bits = 0;
    for (String part :
        List.of(dataType, resolution.word(), start + "", end + "", grouped + "", contentIds + "")) {
      bits = Chance.mix(bits, part.hashCode());
    }
    return bits;
  }
}

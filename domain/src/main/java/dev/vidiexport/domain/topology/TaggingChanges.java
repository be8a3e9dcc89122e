package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is new of the tags that things have. */
public final class TaggingChanges {
  private TaggingChanges() {}

  /**
   * The tags of those that have others than before, by id: each label once, in order, and none
   * where all were lost. A tag of which VidiCenter does not say now who has it is kept by those who
   * had it.
   *
   * @param before the labels of the tags that things had
   * @param now those that they have
   * @param untold the labels of tags for which VidiCenter does not say now what has them
   */
  public static Map<Id, List<String>> between(
      Map<Id, List<String>> before, Map<Id, List<String>> now, List<String> untold) {
    requireNonNull(before, "before must not be null");
    Map<Id, List<String>> changes = new TreeMap<>();
    Set<Id> all = new HashSet<>(before.keySet());
    all.addAll(now.keySet());
    for (Id id : all) {
      Set<String> had = new TreeSet<>(before.getOrDefault(id, List.of()));
      Set<String> has = new TreeSet<>(had);
      has.retainAll(new HashSet<>(untold));
      has.addAll(now.getOrDefault(id, List.of()));
      if (!has.equals(had)) {
        changes.put(id, List.copyOf(has));
      }
    }
    return changes;
  }
}

package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The sources that an export asks for, ascending, each known by its index. Immutable.
 *
 * <p>Where the topology does not know the kind (groups), or is itself not known, all sources count
 * as listed.
 */
final class AskedSources {
  private final SourceKind kind;
  private final long[] ids;
  private final Optional<long[]> topologyIds;
  private final BitSet listed;
  private final List<Id> unaskable;

  private AskedSources(
      SourceKind kind, long[] ids, Optional<long[]> topologyIds, List<Id> unaskable) {
    this.kind = kind;
    this.ids = ids;
    this.topologyIds = topologyIds;
    this.unaskable = unaskable;
    this.listed = new BitSet();
    for (int index = 0; index < ids.length; index++) {
      listed.set(index, isListed(ids[index]));
    }
  }

  /**
   * The sources of a selection.
   *
   * @throws IllegalArgumentException when it is of all, and the topology is not known
   */
  static AskedSources of(SourceSelection selection, Optional<Topology> topology) {
    SourceKind kind = selection.kind();
    Optional<List<Id>> known =
        topology
            .flatMap(all -> objects(kind, all))
            .map(objects -> objects.stream().map(TopologyObject::id).toList());
    Optional<long[]> askable = known.map(AskedSources::askable);
    if (selection instanceof SourceSelection.Listed list) {
      return new AskedSources(kind, list.sources().ids().toArray(), askable, List.of());
    }
    if (askable.isEmpty()) {
      throw new IllegalArgumentException("all " + kind.argument() + " are not known");
    }
    List<Id> unaskable =
        known.get().stream().filter(id -> AskableId.of(id) == AskableId.NONE).toList();
    return new AskedSources(kind, askable.get(), askable, unaskable);
  }

  private static long[] askable(List<Id> ids) {
    return ids.stream()
        .mapToLong(AskableId::of)
        .filter(id -> id != AskableId.NONE)
        .sorted()
        .distinct()
        .toArray();
  }

  private static Optional<List<? extends TopologyObject>> objects(
      SourceKind kind, Topology topology) {
    return switch (kind) {
      case LOCATIONS -> Optional.of(topology.locations());
      case SITES -> Optional.of(topology.sites());
      case LOCATION_TAGS -> Optional.of(topology.locationTags());
      case SITE_TAGS -> Optional.of(topology.siteTags());
      case LOCATION_GROUPS, SITE_GROUPS -> Optional.empty();
    };
  }

  SourceKind kind() {
    return kind;
  }

  int size() {
    return ids.length;
  }

  long id(int index) {
    return ids[index];
  }

  /**
   * The index of a source; negative where it is not asked for.
   *
   * @param guess an index from 0 on at which it may be, or just before it
   */
  int indexOf(long id, int guess) {
    for (int near = guess; near < Math.min(guess + 2, ids.length); near++) {
      if (ids[near] == id) {
        return near;
      }
    }
    return Arrays.binarySearch(ids, id);
  }

  /** Whether the topology lists a source of this kind, asked for or not. */
  boolean isListed(long id) {
    return topologyIds.isEmpty() || Arrays.binarySearch(topologyIds.get(), id) >= 0;
  }

  /** Those that the topology lists; not to be changed. */
  BitSet listed() {
    return listed;
  }

  /** What the topology lists and no request can ask for. */
  List<Id> unaskable() {
    return unaskable;
  }

  /** Some of them, of which there is at least one. */
  SourceSet some(BitSet indexes) {
    return SourceSet.of(kind, indexes.stream().mapToLong(this::id).toArray());
  }
}

package dev.vidiexport.domain.dimension;

import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes tables of all that was ever seen: a row for each time in which something was called the
 * same and belonged to the same. It ends when that changed, or when the object was missed; what
 * else changes of an object makes no row. Not thread-safe.
 */
public final class DimensionTables {
  private static final Comparator<Place> IN_ORDER =
      Comparator.comparing(Place::id).thenComparing(Place::kind);

  private final Map<Place, ObjectLife> lives = new HashMap<>();

  private record Place(SeenKind kind, Id id) {}

  /** Adds how something was; what was seen first comes first. */
  public void add(SeenObject seen) {
    if (Dimension.of(seen.kind()).isPresent()) {
      life(seen.kind(), seen.id()).add(seen);
    }
  }

  /** Adds when something was not there, at any time. */
  public void add(Absence absence) {
    life(absence.kind(), absence.id()).add(absence);
  }

  private ObjectLife life(SeenKind kind, Id id) {
    return lives.computeIfAbsent(new Place(kind, id), first -> new ObjectLife());
  }

  /** The table of a dimension as far as is known, by id, and of each object by time. */
  public DimensionTable table(Dimension dimension) {
    List<DimensionRow> rows = new ArrayList<>();
    lives.keySet().stream()
        .filter(place -> Dimension.of(place.kind()).filter(dimension::equals).isPresent())
        .sorted(IN_ORDER)
        .forEach(place -> rows.addAll(life(place.kind(), place.id()).rows(dimension.hasParent())));
    return new DimensionTable(dimension, rows);
  }
}

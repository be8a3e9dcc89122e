package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places of which something else is to be expected than before. */
public final class ExpectationChanges {
  private ExpectationChanges() {}

  /**
   * The places whose expected periods may have changed: locations that are new, were created at
   * another time, or came into or out of use, and the sites of these. What is gone stays as it was.
   *
   * @param before what there was
   * @param now what there is
   */
  public static Set<PlaceId> between(Topology before, Topology now) {
    Map<Id, Location> known = new HashMap<>();
    before.locations().forEach(location -> known.put(location.id(), location));
    Set<PlaceId> changed = new HashSet<>();
    for (Location location : now.locations()) {
      if (hasChanged(known.get(location.id()), location)) {
        add(changed, PlaceKind.LOCATION, Optional.of(location.id()));
        add(changed, PlaceKind.SITE, location.siteId());
      }
    }
    return changed;
  }

  private static boolean hasChanged(@Nullable Location before, Location now) {
    return before == null
        || !before.creationDate().equals(now.creationDate())
        || !before.active().equals(now.active())
        || !before.siteId().equals(now.siteId())
        || (!Objects.equals(now.active(), Optional.of("true"))
            && !before.lastUpload().equals(now.lastUpload()));
  }

  /** Rows name no place by an id that is no whole number of 64 bits. */
  private static void add(Set<PlaceId> places, PlaceKind kind, Optional<Id> id) {
    id.map(Id::number)
        .orElse(OptionalLong.empty())
        .ifPresent(number -> places.add(new PlaceId(kind, number)));
  }
}

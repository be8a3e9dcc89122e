package dev.vidiexport.domain.status;

import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of places by their numbers. Immutable. */
final class PlaceNames {
  private final Map<Long, Location> locations;
  private final Map<Long, TopologyObject> sites;

  PlaceNames(Optional<Topology> topology) {
    this.locations = byNumber(topology.map(Topology::locations).orElse(List.of()));
    this.sites = byNumber(topology.map(Topology::sites).orElse(List.of()));
  }

  private static <T extends TopologyObject> Map<Long, T> byNumber(List<? extends T> objects) {
    Map<Long, T> found = new HashMap<>();
    for (T object : objects) {
      OptionalLong number = object.id().number();
      if (number.isPresent()) {
        found.putIfAbsent(number.getAsLong(), object);
      }
    }
    return found;
  }

  Optional<String> label(PlaceKind kind, long id) {
    return switch (kind) {
      case LOCATION -> Optional.ofNullable(locations.get(id)).flatMap(Location::label);
      case SITE -> Optional.ofNullable(sites.get(id)).flatMap(TopologyObject::label);
    };
  }

  Optional<String> lastUpload(PlaceKind kind, long id) {
    return switch (kind) {
      case LOCATION -> Optional.ofNullable(locations.get(id)).flatMap(Location::lastUpload);
      case SITE -> Optional.empty();
    };
  }
}

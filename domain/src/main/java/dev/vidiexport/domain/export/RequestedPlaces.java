package dev.vidiexport.domain.export;

import dev.vidiexport.domain.enrichment.AskedLocations;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import dev.vidiexport.spi.SinkRequest;
import dev.vidiexport.spi.SinkRequest.RequestedLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which locations a request asks for, as far as anybody knows. */
public final class RequestedPlaces {
  private static final Set<SourceKind> TELLING = Set.of(SourceKind.LOCATIONS, SourceKind.SITES);

  private RequestedPlaces() {}

  /**
   * A request, for sinks.
   *
   * @param topology what there is; empty where nobody asked for it
   */
  public static SinkRequest request(ExportRequest request, Topology topology) {
    return new SinkRequest(request.arguments(), locations(request, topology));
  }

  private static Optional<List<RequestedLocation>> locations(
      ExportRequest request, Topology topology) {
    boolean areTold =
        request.sources().entrySet().stream()
            .allMatch(entry -> entry.getValue().isEmpty() || TELLING.contains(entry.getKey()));
    boolean needsTopology = !request.sources().getOrDefault(SourceKind.SITES, List.of()).isEmpty();
    if (!areTold || (needsTopology && topology.locations().isEmpty())) {
      return Optional.empty();
    }
    SortedMap<Long, RequestedLocation> locations = new TreeMap<>();
    request
        .sources()
        .getOrDefault(SourceKind.LOCATIONS, List.of())
        .forEach(id -> locations.put(id, RequestedLocation.of(id)));
    Map<Id, Site> sites = new HashMap<>();
    topology.sites().forEach(site -> sites.putIfAbsent(site.id(), site));
    for (Location location : AskedLocations.of(request, topology)) {
      OptionalLong id = location.id().number();
      if (id.isPresent()) {
        locations.put(id.getAsLong(), named(id.getAsLong(), location, sites));
      }
    }
    return Optional.of(List.copyOf(locations.values()));
  }

  private static RequestedLocation named(long id, Location location, Map<Id, Site> sites) {
    return new RequestedLocation(
        id,
        location.label(),
        location.siteId().map(Id::toString),
        location.siteId().map(sites::get).flatMap(TopologyObject::label));
  }
}

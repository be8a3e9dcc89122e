package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of locations and sites, by their ids. Immutable. */
public final class PlaceDirectory {
  /** Nothing is known of any place. */
  public static final PlaceDirectory EMPTY =
      of(Topology.EMPTY, TagAssignments.NONE, PlaceZones.NONE);

  private final Map<Id, Site> sites = new HashMap<>();
  private final Map<Id, Network> networks = new HashMap<>();
  private final Map<Long, NamedPlace> namedLocations = new HashMap<>();
  private final Map<Long, NamedPlace> namedSites = new HashMap<>();
  private final TagAssignments tags;
  private final PlaceZones zones;

  private PlaceDirectory(Topology topology, TagAssignments tags, PlaceZones zones) {
    this.tags = tags;
    this.zones = zones;
    topology.networks().forEach(network -> networks.putIfAbsent(network.id(), network));
    topology.sites().forEach(site -> sites.putIfAbsent(site.id(), site));
    zones.ofLocations().forEach((id, zone) -> put(namedLocations, id, place(id)));
    zones.ofSites().forEach((id, zone) -> put(namedSites, id, new NamedPlace(zones.ofSite(id))));
    topology.locations().forEach(location -> put(namedLocations, location.id(), place(location)));
    topology.sites().forEach(site -> put(namedSites, site.id(), place(site)));
  }

  /** All that is known of places. */
  public static PlaceDirectory of(Topology topology, TagAssignments tags, PlaceZones zones) {
    return new PlaceDirectory(topology, tags, zones);
  }

  /** Rows cannot name an id beyond 64 bits. */
  private static void put(Map<Long, NamedPlace> places, Id id, NamedPlace place) {
    id.number().ifPresent(number -> places.put(number, place));
  }

  private NamedPlace place(Id location) {
    return new NamedPlace(zones.ofLocation(location, Optional.empty()));
  }

  private NamedPlace place(Location location) {
    NamedPlace place =
        new NamedPlace(zones.ofLocation(location.id(), location.siteId()))
            .withText(AddedValue.LOCATION_LABEL, location.label())
            .withId(AddedValue.SITE_ID, location.siteId())
            .withTags(
                AddedValue.LOCATION_TAGS,
                tags.ofLocations().getOrDefault(location.id(), List.of()));
    return location.siteId().map(site -> withSite(place, site)).orElse(place);
  }

  private NamedPlace place(Site site) {
    return withSite(new NamedPlace(zones.ofSite(site.id())), site.id());
  }

  private NamedPlace withSite(NamedPlace place, Id id) {
    Optional<Site> site = Optional.ofNullable(sites.get(id));
    Optional<Id> network = site.flatMap(Site::networkId);
    return place
        .withText(AddedValue.SITE_LABEL, site.flatMap(TopologyObject::label))
        .withId(AddedValue.NETWORK_ID, network)
        .withText(
            AddedValue.NETWORK_LABEL, network.map(networks::get).flatMap(TopologyObject::label))
        .withTags(AddedValue.SITE_TAGS, tags.ofSites().getOrDefault(id, List.of()));
  }

  /** What is known of the places that a key names, by their ids. */
  Map<Long, NamedPlace> places(String key) {
    return key.equals(AddedColumns.SITE) ? namedSites : namedLocations;
  }

  /** The zone of a place of which nothing else is known. */
  PlaceZones zones() {
    return zones;
  }
}

package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What belongs to what in a topology, by the names that people know. Immutable. */
public final class TopologyNames {
  private final Map<Id, Network> networks;
  private final Map<Id, Site> sites;
  private final TagAssignments tagAssignments;

  public TopologyNames(Topology topology, TagAssignments tagAssignments) {
    this.networks = byId(topology.networks());
    this.sites = byId(topology.sites());
    this.tagAssignments = requireNonNull(tagAssignments, "tagAssignments must not be null");
  }

  private static <T extends TopologyObject> Map<Id, T> byId(List<T> objects) {
    return objects.stream()
        .collect(toMap(TopologyObject::id, Function.identity(), (first, second) -> first));
  }

  /** The name of a location's site; empty where VidiCenter names none. */
  public Optional<String> siteOf(Location location) {
    return location.siteId().map(id -> name(id, sites));
  }

  /** The name of the network of a location's site; empty where that is not known. */
  public Optional<String> networkOf(Location location) {
    return location.siteId().map(sites::get).flatMap(this::networkOf);
  }

  /** The name of a site's network; empty where VidiCenter names none. */
  public Optional<String> networkOf(Site site) {
    return site.networkId().map(id -> name(id, networks));
  }

  /** The name of a tag's network; empty where VidiCenter names none. */
  public Optional<String> networkOf(Tag tag) {
    return tag.networkId().map(id -> name(id, networks));
  }

  /** The labels of the tags that a location has. */
  public List<String> tagsOf(Location location) {
    return tagAssignments.ofLocations().getOrDefault(location.id(), List.of());
  }

  /** The labels of the tags that a site has. */
  public List<String> tagsOf(Site site) {
    return tagAssignments.ofSites().getOrDefault(site.id(), List.of());
  }

  /** What has no label, or is not in the list, is named by its id. */
  private static String name(Id id, Map<Id, ? extends TopologyObject> objects) {
    return Optional.ofNullable(objects.get(id)).flatMap(TopologyObject::label).orElse(id.digits());
  }
}

package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that a user of VidiCenter can see and ask for, each list by its ids. Immutable. */
public record Topology(
    List<Network> networks,
    List<Site> sites,
    List<Location> locations,
    List<Tag> locationTags,
    List<Tag> siteTags) {
  /** Nothing. */
  public static final Topology EMPTY =
      new Topology(List.of(), List.of(), List.of(), List.of(), List.of());

  public Topology {
    networks = byId("networks", networks);
    sites = byId("sites", sites);
    locations = byId("locations", locations);
    locationTags = byId("locationTags", locationTags);
    siteTags = byId("siteTags", siteTags);
  }

  private static <T extends TopologyObject> List<T> byId(String name, List<T> objects) {
    requireNonNull(objects, name + " must not be null");
    return objects.stream().sorted(Comparator.comparing(TopologyObject::id)).toList();
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return Stream.of(networks, sites, locations, locationTags, siteTags).allMatch(List::isEmpty);
  }
}

package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What places were called, and what they belonged to, from moment to moment. Filled first, then
 * only read; thread-safe from then on.
 */
public final class PlaceTimeline {
  private static final String NO_JSON = "{}";

  private final Map<SeenKind, Map<Id, List<SeenObject>>> seen = new EnumMap<>(SeenKind.class);
  private final NavigableSet<Instant> moments = new TreeSet<>();

  /** Notes what an object was from a moment on; those of one object come by time. */
  public void add(SeenObject object) {
    moments.add(object.seenAt());
    seen.computeIfAbsent(object.kind(), kind -> new LinkedHashMap<>())
        .computeIfAbsent(object.id(), id -> new ArrayList<>(1))
        .add(object);
  }

  /**
   * How often something was noted before a moment. Where that is the same for two moments, places
   * were the same.
   */
  public int changesBefore(Instant moment) {
    return moments.headSet(moment, false).size();
  }

  /**
   * What places were, as it was seen last before a moment; what was not seen by then is what it was
   * when it was seen first.
   */
  public PlaceDirectory before(Instant moment, PlaceZones zones) {
    return PlaceDirectory.of(
        topologyBefore(moment),
        new TagAssignments(
            tags(moment, SeenKind.LOCATION_TAGGING),
            tags(moment, SeenKind.SITE_TAGGING),
            List.of()),
        zones);
  }

  /** The names of places, and what these belong to, as {@link #before} has them. */
  public Topology topologyBefore(Instant moment) {
    List<Network> networks =
        before(moment, SeenKind.NETWORK).stream()
            .map(object -> new Network(object.id(), object.label(), Optional.empty(), NO_JSON))
            .toList();
    List<Site> sites =
        before(moment, SeenKind.SITE).stream()
            .map(
                object ->
                    new Site(
                        object.id(), object.parent(), object.label(), Optional.empty(), NO_JSON))
            .toList();
    List<Location> locations =
        before(moment, SeenKind.LOCATION).stream().map(PlaceTimeline::location).toList();
    return new Topology(networks, sites, locations, List.of(), List.of());
  }

  private static Location location(SeenObject object) {
    return new Location(
        object.id(),
        object.parent(),
        object.label(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NO_JSON);
  }

  private Map<Id, List<String>> tags(Instant moment, SeenKind kind) {
    Map<Id, List<String>> tags = new HashMap<>();
    before(moment, kind).forEach(object -> tags.put(object.id(), object.tags()));
    return tags;
  }

  private List<SeenObject> before(Instant moment, SeenKind kind) {
    List<SeenObject> objects = new ArrayList<>();
    for (List<SeenObject> versions : seen.getOrDefault(kind, Map.of()).values()) {
      SeenObject last = versions.get(0);
      for (SeenObject version : versions) {
        if (version.seenAt().isBefore(moment)) {
          last = version;
        }
      }
      objects.add(last);
    }
    return objects;
  }
}

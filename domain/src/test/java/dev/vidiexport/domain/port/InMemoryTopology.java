package dev.vidiexport.domain.port;

import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.TaggingChanges;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What there was to be asked for, in memory. For one thread at a time. */
final class InMemoryTopology {
  private static final Pattern CHANGING =
      Pattern.compile(
          "\"(last_upload_timestamp|last_seen|last_ots_uploaded)\":(\"[^\"]*\"|[^,}]*),?");

  private final List<SeenObject> changes = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();
  private final Map<Place, String> lasting = new LinkedHashMap<>();
  private Set<Place> present = Set.of();
  private Optional<Topology> seenLast = Optional.empty();

  private record Place(SeenKind kind, Id id) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byKind = kind.compareTo(other.kind);
      return byKind == 0 ? id.compareTo(other.id) : byKind;
    }
  }

  Optional<Topology> seenLast() {
    return seenLast;
  }

  List<SeenObject> changes() {
    return List.copyOf(changes);
  }

  List<Absence> absences() {
    return List.copyOf(absences);
  }

  void note(Topology topology, Instant seenAt) {
    Set<Place> before = present;
    present = new TreeSet<>();
    topology.networks().forEach(seen -> note(SeenKind.NETWORK, seen, seenAt));
    topology.sites().forEach(seen -> note(SeenKind.SITE, seen, seenAt));
    topology.locations().forEach(seen -> note(SeenKind.LOCATION, seen, seenAt));
    topology.locationTags().forEach(seen -> note(SeenKind.LOCATION_TAG, seen, seenAt));
    topology.siteTags().forEach(seen -> note(SeenKind.SITE_TAG, seen, seenAt));
    before.stream()
        .filter(place -> !present.contains(place))
        .map(place -> new Absence(place.kind(), place.id(), seenAt, Optional.empty()))
        .forEach(absences::add);
    absences.replaceAll(absence -> endedAt(absence, seenAt));
    seenLast = Optional.of(topology);
  }

  private Absence endedAt(Absence absence, Instant seenAt) {
    return absence.until().isEmpty() && present.contains(new Place(absence.kind(), absence.id()))
        ? new Absence(absence.kind(), absence.id(), absence.from(), Optional.of(seenAt))
        : absence;
  }

  private void note(SeenKind kind, TopologyObject seen, Instant seenAt) {
    Place place = new Place(kind, seen.id());
    String now = CHANGING.matcher(seen.json()).replaceAll("");
    if (present.add(place) && !now.equals(lasting.put(place, now))) {
      changes.add(new SeenObject(seenAt, kind, seen.id(), seen.label(), parentOf(seen), List.of()));
    }
  }

  private static Optional<Id> parentOf(TopologyObject seen) {
    if (seen instanceof Location location) {
      return location.siteId();
    }
    if (seen instanceof Site site) {
      return site.networkId();
    }
    if (seen instanceof Tag tag) {
      return tag.networkId();
    }
    return Optional.empty();
  }

  void note(TagAssignments tags, Instant seenAt) {
    note(SeenKind.LOCATION_TAGGING, tags.ofLocations(), tags.untold(), seenAt);
    note(SeenKind.SITE_TAGGING, tags.ofSites(), tags.untold(), seenAt);
  }

  private void note(SeenKind kind, Map<Id, List<String>> now, List<String> untold, Instant seenAt) {
    Map<Id, List<String>> before = new HashMap<>();
    changes.stream()
        .filter(seen -> seen.kind() == kind)
        .forEach(seen -> before.put(seen.id(), seen.tags()));
    TaggingChanges.between(before, now, untold)
        .forEach(
            (id, labels) ->
                changes.add(
                    new SeenObject(seenAt, kind, id, Optional.empty(), Optional.empty(), labels)));
  }
}

package dev.vidiexport.domain.listing;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.TagAssignments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what has a tag into which tags something has. */
final class TagAssignmentsBuilder {
  private final Map<Id, List<String>> ofLocations = new HashMap<>();
  private final Map<Id, List<String>> ofSites = new HashMap<>();
  private final List<String> untold = new ArrayList<>();

  void addLocations(String label, Optional<Set<Id>> ids) {
    add(label, ids, ofLocations);
  }

  void addSites(String label, Optional<Set<Id>> ids) {
    add(label, ids, ofSites);
  }

  private void add(String label, Optional<Set<Id>> ids, Map<Id, List<String>> labels) {
    if (ids.isEmpty()) {
      untold.add(label);
      return;
    }
    ids.get().forEach(id -> labels.computeIfAbsent(id, first -> new ArrayList<>()).add(label));
  }

  TagAssignments tagAssignments() {
    return new TagAssignments(ofLocations, ofSites, untold);
  }
}

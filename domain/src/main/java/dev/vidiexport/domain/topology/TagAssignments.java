package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Which locations and sites have which tags. Immutable.
 *
 * @param ofLocations the labels of a location's tags, by its id
 * @param ofSites the labels of a site's tags, by its id
 * @param untold the labels of tags for which VidiCenter does not say what has them
 */
public record TagAssignments(
    Map<Id, List<String>> ofLocations, Map<Id, List<String>> ofSites, List<String> untold) {
  /** Nothing has a tag, as far as is known. */
  public static final TagAssignments NONE = new TagAssignments(Map.of(), Map.of(), List.of());

  public TagAssignments {
    requireNonNull(ofLocations, "ofLocations must not be null");
    requireNonNull(ofSites, "ofSites must not be null");
    requireNonNull(untold, "untold must not be null");
    ofLocations = Map.copyOf(ofLocations);
    ofSites = Map.copyOf(ofSites);
    untold = List.copyOf(untold);
  }
}

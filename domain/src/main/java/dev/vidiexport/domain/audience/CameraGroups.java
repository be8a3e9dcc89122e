package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which places a report has, and what they are called. */
final class CameraGroups {
  /** Cameras of which nobody knows the site. */
  private static final String NO_SITE = "";

  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<Long, LocationNames> names = new HashMap<>();

  /** Those that have rows; of another one without a site it must be told which one it is. */
  private final Set<Long> seen = new HashSet<>();

  private final PlaceLevel level;

  /**
   * Learns the names.
   *
   * @param rows whose rows may tell names
   * @param known names that count, whatever rows say
   */
  CameraGroups(PlaceLevel level, List<CountedRows> rows, Map<Long, LocationNames> known) {
    this.level = level;
    Map<Long, LatestNames> latest = new HashMap<>();
    for (CountedRows counted : rows) {
      for (PlaceTally place : counted.counter().places()) {
        latest.merge(place.id(), place.names(), CameraGroups::later);
        seen.add(place.id());
      }
    }
    latest.forEach((id, told) -> names.put(id, told.names()));
    names.putAll(known);
  }

  private static LatestNames later(LatestNames one, LatestNames other) {
    return other.day() > one.day() ? other : one;
  }

  /** The places of some cameras, ascending by their ids. */
  List<CameraGroup> of(SortedSet<Long> locations) {
    if (level == PlaceLevel.LOCATION) {
      return locations.stream()
          .map(id -> new CameraGroup(new PlaceName(id.toString(), named(id).label()), List.of(id)))
          .toList();
    }
    SortedMap<String, SortedSet<Long>> bySite = new TreeMap<>(BY_NUMBER);
    for (Long id : locations) {
      bySite.computeIfAbsent(site(id), key -> new TreeSet<>()).add(id);
    }
    List<CameraGroup> groups = new ArrayList<>();
    bySite.forEach(
        (site, ids) ->
            groups.add(new CameraGroup(new PlaceName(site, siteLabel(ids)), List.copyOf(ids))));
    return groups;
  }

  /** The place of a camera, by its id. */
  String placeOf(long location) {
    return level == PlaceLevel.LOCATION ? Long.toString(location) : site(location);
  }

  private String site(long location) {
    return named(location)
        .siteId()
        .orElse(seen.contains(location) ? NO_SITE : "location " + location);
  }

  private Optional<String> siteLabel(SortedSet<Long> ids) {
    return ids.stream()
        .map(id -> named(id).siteLabel())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private LocationNames named(long location) {
    return names.getOrDefault(location, LocationNames.NONE);
  }
}

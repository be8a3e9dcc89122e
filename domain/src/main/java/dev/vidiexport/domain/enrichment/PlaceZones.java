package dev.vidiexport.domain.enrichment;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.topology.Id;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * In which time zone places are. Immutable.
 *
 * @param ofLocations the zones of locations, by their ids
 * @param ofSites the zones of sites, and so of their locations that have none of their own
 * @param otherwise the zone of all other places; empty where it is not known
 */
public record PlaceZones(
    Map<Id, ZoneId> ofLocations, Map<Id, ZoneId> ofSites, Optional<ZoneId> otherwise) {
  /** No zone is known. */
  public static final PlaceZones NONE = new PlaceZones(Map.of(), Map.of(), Optional.empty());

  public PlaceZones {
    ofLocations = Map.copyOf(ofLocations);
    ofSites = Map.copyOf(ofSites);
    requireNonNull(otherwise, "otherwise must not be null");
  }

  /** All places are in one zone. */
  public static PlaceZones everywhere(ZoneId zone) {
    return new PlaceZones(Map.of(), Map.of(), Optional.of(zone));
  }

  /** Whether no zone is known of any place. */
  public boolean isEmpty() {
    return ofLocations.isEmpty() && ofSites.isEmpty() && otherwise.isEmpty();
  }

  /** All of it, as a text in which the same zones look the same. */
  String fingerprint() {
    return "%s %s %s".formatted(new TreeMap<>(ofLocations), new TreeMap<>(ofSites), otherwise);
  }

  /** The zone of a location. */
  public Optional<ZoneId> ofLocation(Id location, Optional<Id> site) {
    ZoneId own = ofLocations.get(location);
    return own == null ? site.flatMap(this::known).or(() -> otherwise) : Optional.of(own);
  }

  /** The zone of a site. */
  public Optional<ZoneId> ofSite(Id site) {
    return known(site).or(() -> otherwise);
  }

  private Optional<ZoneId> known(Id site) {
    return Optional.ofNullable(ofSites.get(site));
  }
}

package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of VidiCenter as a row. Immutable.
 *
 * @param parent the id of what it belongs to
 */
record TopologyRow(
    String kind,
    Id id,
    @Nullable String parent,
    @Nullable String label,
    @Nullable String active,
    @Nullable String lastUpload,
    @Nullable String creationDate,
    @Nullable String lastTimezone,
    String json) {
  static final String NETWORK = "network";
  static final String SITE = "site";
  static final String LOCATION = "location";
  static final String LOCATION_TAG = "location_tag";
  static final String SITE_TAG = "site_tag";
  static final String LOCATION_TAGGING = "location_tagging";
  static final String SITE_TAGGING = "site_tagging";

  /** Ids of up to so many digits, a minus included, are numbers of SQLite. */
  private static final int DIGITS_OF_NUMBERS = 18;

  /** All objects, each once: of two with the same id the first. */
  static Collection<TopologyRow> all(Topology topology) {
    Map<List<String>, TopologyRow> rows = new LinkedHashMap<>();
    topology.networks().forEach(network -> add(rows, of(network)));
    topology.sites().forEach(site -> add(rows, of(site)));
    topology.locations().forEach(location -> add(rows, of(location)));
    topology.locationTags().forEach(tag -> add(rows, of(LOCATION_TAG, tag)));
    topology.siteTags().forEach(tag -> add(rows, of(SITE_TAG, tag)));
    return rows.values();
  }

  private static void add(Map<List<String>, TopologyRow> rows, TopologyRow row) {
    rows.putIfAbsent(List.of(row.kind(), row.id().digits()), row);
  }

  private static TopologyRow of(Network network) {
    return of(
        NETWORK, network.id(), Optional.empty(), network.label(), network.active(), network.json());
  }

  private static TopologyRow of(Site site) {
    return of(SITE, site.id(), site.networkId(), site.label(), site.active(), site.json());
  }

  private static TopologyRow of(String kind, Tag tag) {
    return of(kind, tag.id(), tag.networkId(), tag.label(), Optional.empty(), tag.json());
  }

  private static TopologyRow of(
      String kind,
      Id id,
      Optional<Id> parent,
      Optional<String> label,
      Optional<String> active,
      String json) {
    return new TopologyRow(
        kind,
        id,
        parent.map(Id::digits).orElse(null),
        label.orElse(null),
        active.orElse(null),
        null,
        null,
        null,
        json);
  }

  private static TopologyRow of(Location location) {
    return new TopologyRow(
        LOCATION,
        location.id(),
        location.siteId().map(Id::digits).orElse(null),
        location.label().orElse(null),
        location.active().orElse(null),
        location.lastUpload().orElse(null),
        location.creationDate().orElse(null),
        location.lastTimezone().orElse(null),
        location.json());
  }

  boolean isLocation() {
    return kind.equals(LOCATION);
  }

  Network network() {
    return new Network(id, Optional.ofNullable(label), Optional.ofNullable(active), json);
  }

  Site site() {
    return new Site(id, parentId(), Optional.ofNullable(label), Optional.ofNullable(active), json);
  }

  Tag tag() {
    return new Tag(id, parentId(), Optional.ofNullable(label), json);
  }

  Location location() {
    return new Location(
        id,
        parentId(),
        Optional.ofNullable(label),
        Optional.ofNullable(active),
        Optional.ofNullable(lastUpload),
        Optional.ofNullable(creationDate),
        Optional.ofNullable(lastTimezone),
        json);
  }

  private Optional<Id> parentId() {
    return Optional.ofNullable(parent).map(Id::new);
  }

  /** Its id as the views show it: a number, or a text where it is too large for one. */
  Object storedId() {
    return stored(id.digits());
  }

  static Object stored(String digits) {
    return digits.length() <= DIGITS_OF_NUMBERS ? (Object) Long.valueOf(digits) : digits;
  }
}

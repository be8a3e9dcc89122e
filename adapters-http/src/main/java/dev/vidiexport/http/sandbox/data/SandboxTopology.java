package dev.vidiexport.http.sandbox.data;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The made-up cameras and what they belong to: three locations to a site, sites to two networks by
 * turns, each tag to some locations or sites of one network. All of it follows from the number of
 * locations and the seed, and nothing is held.
 */
final class SandboxTopology {
  /** The first location's id is that of the specification's example. */
  static final long FIRST_LOCATION = 1056;

  static final long FIRST_SITE = 201;
  static final long FIRST_NETWORK = 11;
  static final long FIRST_LOCATION_TAG = 301;
  static final long FIRST_SITE_TAG = 401;

  /** An id of every kind that exists, and belongs to somebody else. */
  static final long FOREIGN_ID = 1;

  private static final int LOCATIONS_OF_SITE = 3;
  private static final List<String> NETWORKS = List.of("Métro", "Malls & more");
  private static final List<String> LOCATION_TAGS = List.of("entrance", "street side", "checkout");
  private static final List<String> SITE_TAGS = List.of("north", "flagship");
  private static final List<String> TOWNS =
      List.of("Gare du Nord", "King's Cross", "Östra \"Torget\"", "Plaza, 5", "銀座");
  private static final List<String> SPOTS = List.of("Entrance", "Kiosk", "Window");

  private final int locations;
  private final Cameras cameras;

  SandboxTopology(int locations, Cameras cameras) {
    this.locations = locations;
    this.cameras = cameras;
  }

  /** Ids from the lowest. */
  LongStream locations() {
    return LongStream.range(FIRST_LOCATION, FIRST_LOCATION + locations);
  }

  LongStream sites() {
    long sites = (locations - 1L) / LOCATIONS_OF_SITE + 1;
    return LongStream.range(FIRST_SITE, FIRST_SITE + sites);
  }

  LongStream networks() {
    return LongStream.range(FIRST_NETWORK, FIRST_NETWORK + NETWORKS.size());
  }

  LongStream locationTags() {
    return LongStream.range(FIRST_LOCATION_TAG, FIRST_LOCATION_TAG + LOCATION_TAGS.size());
  }

  LongStream siteTags() {
    return LongStream.range(FIRST_SITE_TAG, FIRST_SITE_TAG + SITE_TAGS.size());
  }

  long siteOf(long location) {
    return FIRST_SITE + (location - FIRST_LOCATION) / LOCATIONS_OF_SITE;
  }

  long networkOf(long site) {
    return FIRST_NETWORK + (site - FIRST_SITE) % NETWORKS.size();
  }

  /** The network that a tag belongs to. */
  long networkOfTag(long tag) {
    return FIRST_NETWORK + tag % NETWORKS.size();
  }

  LongStream locationsOfSite(long site) {
    long first = FIRST_LOCATION + (site - FIRST_SITE) * LOCATIONS_OF_SITE;
    long end = Math.min(first + LOCATIONS_OF_SITE, FIRST_LOCATION + locations);
    return LongStream.range(first, end);
  }

  LongStream locationsOfTag(long tag) {
    long turn = tag - FIRST_LOCATION_TAG;
    return locations()
        .filter(location -> (location - FIRST_LOCATION) % LOCATION_TAGS.size() == turn)
        .filter(location -> networkOf(siteOf(location)) == networkOfTag(tag));
  }

  LongStream sitesOfTag(long tag) {
    long turn = tag - FIRST_SITE_TAG;
    return sites()
        .filter(site -> (site - FIRST_SITE) / NETWORKS.size() % SITE_TAGS.size() == turn)
        .filter(site -> networkOf(site) == networkOfTag(tag));
  }

  String networkLabel(long network) {
    return NETWORKS.get((int) (network - FIRST_NETWORK));
  }

  String siteLabel(long site) {
    int index = (int) (site - FIRST_SITE);
    return TOWNS.get(index % TOWNS.size()) + " " + (index / TOWNS.size() + 1);
  }

  String locationLabel(long location) {
    int index = (int) (location - FIRST_LOCATION);
    return siteLabel(siteOf(location)) + " – " + SPOTS.get(index % SPOTS.size());
  }

  String locationTagLabel(long tag) {
    return LOCATION_TAGS.get((int) (tag - FIRST_LOCATION_TAG));
  }

  String siteTagLabel(long tag) {
    return SITE_TAGS.get((int) (tag - FIRST_SITE_TAG));
  }

  Place location(long id) {
    return new Place(id, locationLabel(id), cameras.lifeOf(id));
  }

  Place site(long id) {
    return new Place(id, siteLabel(id), cameras.lifeOf(locationsOfSite(id)));
  }

  /** Locations together, in the types that have no rows of their own for each; at least one. */
  Place together(List<Long> ids) {
    long id = ids.stream().reduce(0L, Chance::mix);
    return new Place(id, "", cameras.lifeOf(ids.stream().mapToLong(Long::longValue)));
  }

  Life lifeOf(long location) {
    return cameras.lifeOf(location);
  }

  boolean isActive(long location) {
    return cameras.isActive(location);
  }
}

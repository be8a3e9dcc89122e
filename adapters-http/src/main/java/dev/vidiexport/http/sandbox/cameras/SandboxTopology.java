package dev.vidiexport.http.sandbox.cameras;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The made-up cameras and what they belong to: three locations to a site, sites to two networks by
 * turns, each tag to some locations or sites of one network. All of it follows from the number of
 * locations, the seed and the plan, and nothing is held. Immutable.
 */
public final class SandboxTopology {
  /** The first location's id is that of the specification's example. */
  public static final long FIRST_LOCATION = 1056;

  public static final long FIRST_SITE = 201;
  public static final long FIRST_NETWORK = 11;
  public static final long FIRST_LOCATION_TAG = 301;
  public static final long FIRST_SITE_TAG = 401;

  /** An id of every kind that exists, and belongs to somebody else. */
  public static final long FOREIGN_ID = 1;

  private static final int LOCATIONS_OF_SITE = 3;
  private static final List<String> NETWORKS = List.of("Métro", "Malls & more");
  private static final List<String> LOCATION_TAGS = List.of("entrance", "street side", "checkout");
  private static final List<String> SITE_TAGS = List.of("north", "flagship");
  private static final List<String> TOWNS =
      List.of("Gare du Nord", "King's Cross", "Östra \"Torget\"", "Plaza, 5", "銀座");
  private static final List<String> SPOTS = List.of("Entrance", "Kiosk", "Window");

  private final int locations;
  private final Cameras cameras;

  private SandboxTopology(int locations, Cameras cameras) {
    this.locations = locations;
    this.cameras = cameras;
  }

  /**
   * The cameras of a seed, whose present is the end of the made-up time.
   *
   * @param locations how many there are; at least 1
   */
  public static SandboxTopology ofAllTime(int locations, long seed) {
    return new SandboxTopology(locations, new CamerasOfAllTime(new CameraChances(seed)));
  }

  /**
   * The cameras of a seed, as they are at a time by a plan.
   *
   * @param locations how many there are in the course of time; at least 1
   */
  public static SandboxTopology at(Instant now, CameraPlan plan, int locations, long seed) {
    return new SandboxTopology(locations, new CamerasSoFar(plan, new CameraChances(seed), now));
  }

  /** Those that the account sees; ids from the lowest. */
  public LongStream locations() {
    return seen(LongStream.range(FIRST_LOCATION, FIRST_LOCATION + locations));
  }

  private LongStream seen(LongStream ids) {
    return ids.filter(cameras::isSeen);
  }

  public LongStream sites() {
    long sites = (locations - 1L) / LOCATIONS_OF_SITE + 1;
    return LongStream.range(FIRST_SITE, FIRST_SITE + sites);
  }

  public LongStream networks() {
    return LongStream.range(FIRST_NETWORK, FIRST_NETWORK + NETWORKS.size());
  }

  public LongStream locationTags() {
    return LongStream.range(FIRST_LOCATION_TAG, FIRST_LOCATION_TAG + LOCATION_TAGS.size());
  }

  public LongStream siteTags() {
    return LongStream.range(FIRST_SITE_TAG, FIRST_SITE_TAG + SITE_TAGS.size());
  }

  public long siteOf(long location) {
    return FIRST_SITE + (location - FIRST_LOCATION) / LOCATIONS_OF_SITE;
  }

  public long networkOf(long site) {
    return FIRST_NETWORK + (site - FIRST_SITE) % NETWORKS.size();
  }

  /** The network that a tag belongs to. */
  public long networkOfTag(long tag) {
    return FIRST_NETWORK + tag % NETWORKS.size();
  }

  public LongStream locationsOfSite(long site) {
    return seen(allLocationsOfSite(site));
  }

  /** Those included that the account does not see, or not yet. */
  private LongStream allLocationsOfSite(long site) {
    long first = FIRST_LOCATION + (site - FIRST_SITE) * LOCATIONS_OF_SITE;
    long end = Math.min(first + LOCATIONS_OF_SITE, FIRST_LOCATION + locations);
    return LongStream.range(first, end);
  }

  public LongStream locationsOfTag(long tag) {
    long turn = tag - FIRST_LOCATION_TAG;
    return locations()
        .filter(location -> (location - FIRST_LOCATION) % LOCATION_TAGS.size() == turn)
        .filter(location -> networkOf(siteOf(location)) == networkOfTag(tag));
  }

  public LongStream sitesOfTag(long tag) {
    long turn = tag - FIRST_SITE_TAG;
    return sites()
        .filter(site -> (site - FIRST_SITE) / NETWORKS.size() % SITE_TAGS.size() == turn)
        .filter(site -> networkOf(site) == networkOfTag(tag));
  }

  public String networkLabel(long network) {
    return NETWORKS.get((int) (network - FIRST_NETWORK));
  }

  public String siteLabel(long site) {
    int index = (int) (site - FIRST_SITE);
    return TOWNS.get(index % TOWNS.size()) + " " + (index / TOWNS.size() + 1);
  }

  public String locationLabel(long location) {
    int index = (int) (location - FIRST_LOCATION);
    return cameras
        .newName(location)
        .orElseGet(() -> siteLabel(siteOf(location)) + " – " + SPOTS.get(index % SPOTS.size()));
  }

  public String locationTagLabel(long tag) {
    return LOCATION_TAGS.get((int) (tag - FIRST_LOCATION_TAG));
  }

  public String siteTagLabel(long tag) {
    return SITE_TAGS.get((int) (tag - FIRST_SITE_TAG));
  }

  public Place location(long id) {
    return new Place(id, locationLabel(id), cameras.lifeOf(id));
  }

  /** A site counts all its cameras, so that nothing of its past changes when one comes or goes. */
  public Place site(long id) {
    return new Place(id, siteLabel(id), cameras.lifeOf(allLocationsOfSite(id)));
  }

  /** Locations together, in the types that have no rows of their own for each; at least one. */
  public Place together(List<Long> ids) {
    long id = ids.stream().reduce(0L, Chance::mix);
    return new Place(id, "", cameras.lifeOf(ids.stream().mapToLong(Long::longValue)));
  }

  public Camera camera(long location) {
    return cameras.camera(location);
  }
}

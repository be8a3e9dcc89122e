package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.topology.TopologyList;
import java.util.EnumSet;
import java.util.Set;

/** What must be known of VidiCenter's places before columns can be added. */
public final class AdditionNeeds {
  private AdditionNeeds() {}

  /**
   * The lists that are needed; none where nothing has to be asked for. Times in UTC need to know of
   * which sites locations are, and when they uploaded last.
   */
  public static Set<TopologyList> of(Set<Addition> additions, BaseKeys baseKeys) {
    Set<TopologyList> lists = EnumSet.noneOf(TopologyList.class);
    boolean byLocation = baseKeys.promised().contains(AddedColumns.LOCATION);
    boolean bySite = baseKeys.promised().contains(AddedColumns.SITE);
    boolean mayBeEither = baseKeys.namesDecide() && !byLocation && !bySite;
    if (additions.contains(Addition.NAMES)) {
      lists.add(TopologyList.SITES);
      lists.add(TopologyList.NETWORKS);
    }
    if (additions.contains(Addition.TAGS)) {
      lists.add(TopologyList.SITE_TAGS);
    }
    if (byLocation || mayBeEither) {
      addForLocations(additions, lists);
    }
    if (additions.contains(Addition.UTC)) {
      lists.add(TopologyList.LOCATIONS);
    }
    return lists;
  }

  private static void addForLocations(Set<Addition> additions, Set<TopologyList> lists) {
    if (additions.contains(Addition.NAMES)) {
      lists.add(TopologyList.LOCATIONS);
    }
    if (additions.contains(Addition.TAGS)) {
      lists.add(TopologyList.LOCATIONS);
      lists.add(TopologyList.LOCATION_TAGS);
    }
  }

  /** Whether it must be known what has which tags. */
  public static boolean ofTags(Set<Addition> additions) {
    return additions.contains(Addition.TAGS);
  }
}

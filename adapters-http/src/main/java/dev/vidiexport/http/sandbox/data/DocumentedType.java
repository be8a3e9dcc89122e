package dev.vidiexport.http.sandbox.data;

import java.util.List;
import java.util.Set;

/** One type of data, as the documentation's table has it. */
record DocumentedType(
    String name, Set<Resolution> resolutions, List<Key> finest, List<Key> aggregated) {

  /** The keys of the rows that are served, in the order of the table. */
  List<Key> keys(Resolution resolution, boolean grouped) {
    return (resolution.isAggregated() ? aggregated : finest)
        .stream().filter(key -> key.isServed(resolution, grouped)).toList();
  }

  /** Whether rows are those of sites, not of locations. */
  boolean isBySite() {
    return has("site_id");
  }

  /** Whether rows are sums over all the sources. */
  boolean isExtrapolated() {
    return name.startsWith("extrapolated_");
  }

  boolean takesGrouping() {
    return aggregated.stream().anyMatch(key -> key.when() == Key.When.GROUPED);
  }

  boolean takesContents() {
    return name.equals("viewers_apc") || name.startsWith("proof_of_play_");
  }

  boolean takesContentDuration() {
    return Set.of("im", "im_nobackup", "targeted_im").contains(name);
  }

  private boolean has(String key) {
    return aggregated.stream().anyMatch(candidate -> candidate.name().equals(key));
  }
}

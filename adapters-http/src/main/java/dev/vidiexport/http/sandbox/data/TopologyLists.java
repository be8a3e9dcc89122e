package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Finds the lists of networks, sites, locations and tags that stand at the service's paths. */
final class TopologyLists {
  private final SandboxTopology topology;
  private final TopologyObjects objects;

  TopologyLists(SandboxTopology topology) {
    this.topology = topology;
    this.objects = new TopologyObjects(topology);
  }

  /**
   * The objects of a list, as JSON.
   *
   * @param path what stands behind {@code api/v1/}, without its last slash: {@code networks},
   *     {@code network/11/sites}
   * @throws Refusal when there is no such path, or nothing of that id or label
   */
  Iterator<String> at(String path) {
    String[] words = path.split("/", -1);
    return switch (words.length) {
      case 1 -> all(path);
      case 3 -> members(words[0] + "/" + words[2], words[1]);
      default -> throw nothingHere(path);
    };
  }

  private Iterator<String> all(String path) {
    return switch (path) {
      case "networks" -> each(topology.networks(), objects::network);
      case "sites" -> each(topology.sites(), objects::site);
      case "locations" -> each(topology.locations(), objects::location);
      case "location_tags" -> each(topology.locationTags(), objects::locationTag);
      case "site_tags" -> each(topology.siteTags(), objects::siteTag);
      default -> throw nothingHere(path);
    };
  }

  private Iterator<String> members(String kind, String which) {
    return switch (kind) {
      case "network/sites" -> each(sitesOfNetwork(network(which)), objects::site);
      case "network/locations" ->
          each(
              sitesOfNetwork(network(which)).flatMap(topology::locationsOfSite), objects::location);
      case "site/locations" ->
          each(topology.locationsOfSite(byId("site", which, topology.sites())), objects::location);
      case "location_tag/locations" ->
          each(topology.locationsOfTag(locationTag(which)), objects::location);
      case "site_tag/sites" -> each(topology.sitesOfTag(siteTag(which)), objects::site);
      default -> throw nothingHere(kind);
    };
  }

  private static Iterator<String> each(LongStream ids, LongFunction<String> object) {
    return ids.mapToObj(object).iterator();
  }

  private LongStream sitesOfNetwork(long network) {
    return topology.sites().filter(site -> topology.networkOf(site) == network);
  }

  private long network(String id) {
    return byId("network", id, topology.networks());
  }

  private long locationTag(String label) {
    return only(
        "location tag",
        label,
        topology.locationTags(),
        tag -> topology.locationTagLabel(tag).equals(label));
  }

  private long siteTag(String label) {
    return only(
        "site tag", label, topology.siteTags(), tag -> topology.siteTagLabel(tag).equals(label));
  }

  private static long byId(String noun, String text, LongStream ids) {
    if (text.equals(String.valueOf(SandboxTopology.FOREIGN_ID))) {
      throw Refusal.of(403, "You have no access to %s %s".formatted(noun, text));
    }
    return only(noun, text, ids, id -> String.valueOf(id).equals(text));
  }

  private static long only(String noun, String text, LongStream ids, LongPredicate isMeant) {
    return ids.filter(isMeant)
        .findFirst()
        .orElseThrow(() -> Refusal.of(404, "There is no %s %s".formatted(noun, text)));
  }

  private static Refusal nothingHere(String path) {
    return Refusal.of(404, "There is nothing at api/v1/%s/".formatted(path));
  }
}

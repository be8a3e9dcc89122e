package dev.vidiexport.http.sandbox;

import java.io.IOException;
import java.io.Writer;
import java.util.PrimitiveIterator;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Serves networks, sites, locations and tags as JSON arrays. */
final class TopologyEndpoint {
  private final Topology topology;
  private final TopologyObjects objects;

  TopologyEndpoint(Topology topology) {
    this.topology = topology;
    this.objects = new TopologyObjects(topology);
  }

  /**
   * Answers a call.
   *
   * @param path what stands behind {@code api/v1/}, without its last slash: {@code networks},
   *     {@code network/11/sites}
   * @throws Refusal when there is no such path, or nothing of that id or label
   */
  void answer(String path, Reply reply) throws IOException {
    String[] words = path.split("/", -1);
    if (words.length == 1) {
      answerAll(path, reply);
    } else if (words.length == 3) {
      answerMembers(words[0] + "/" + words[2], words[1], reply);
    } else {
      throw nothingHere(path);
    }
  }

  private void answerAll(String path, Reply reply) throws IOException {
    switch (path) {
      case "networks" -> write(topology.networks(), objects::network, reply);
      case "sites" -> write(topology.sites(), objects::site, reply);
      case "locations" -> write(topology.locations(), objects::location, reply);
      case "location_tags" -> write(topology.locationTags(), objects::locationTag, reply);
      case "site_tags" -> write(topology.siteTags(), objects::siteTag, reply);
      default -> throw nothingHere(path);
    }
  }

  private void answerMembers(String kind, String which, Reply reply) throws IOException {
    switch (kind) {
      case "network/sites" -> write(sitesOfNetwork(network(which)), objects::site, reply);
      case "network/locations" ->
          write(
              sitesOfNetwork(network(which)).flatMap(topology::locationsOfSite),
              objects::location,
              reply);
      case "site/locations" ->
          write(
              topology.locationsOfSite(byId("site", which, topology.sites())),
              objects::location,
              reply);
      case "location_tag/locations" ->
          write(topology.locationsOfTag(locationTag(which)), objects::location, reply);
      case "site_tag/sites" -> write(topology.sitesOfTag(siteTag(which)), objects::site, reply);
      default -> throw nothingHere(kind);
    }
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
    if (text.equals(String.valueOf(Topology.FOREIGN_ID))) {
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

  private static void write(LongStream ids, LongFunction<String> object, Reply reply)
      throws IOException {
    reply.json(writer -> writeArray(ids.iterator(), object, writer));
  }

  private static void writeArray(
      PrimitiveIterator.OfLong ids, LongFunction<String> object, Writer writer) throws IOException {
    writer.write('[');
    String separator = "\n";
    while (ids.hasNext()) {
      writer.write(separator);
      writer.write(object.apply(ids.nextLong()));
      separator = ",\n";
    }
    writer.write(']');
  }
}

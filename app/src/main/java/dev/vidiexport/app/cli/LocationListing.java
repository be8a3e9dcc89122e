package dev.vidiexport.app.cli;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyNames;
import dev.vidiexport.domain.topology.TopologyObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How networks, sites, locations and tags are shown, to people and to programs. */
final class LocationListing {
  private static final int LONGEST_TEXT = 80;

  private LocationListing() {}

  /** VidiCenter's own objects, one on a line. */
  static String asJson(Topology topology) {
    return List.of(
            list("networks", topology.networks()),
            list("sites", topology.sites()),
            list("locations", topology.locations()),
            list("location_tags", topology.locationTags()),
            list("site_tags", topology.siteTags()))
        .stream()
        .collect(joining(",\n  ", "{\n  ", "\n}"));
  }

  private static String list(String name, List<? extends TopologyObject> objects) {
    return objects.isEmpty()
        ? "\"%s\": []".formatted(name)
        : objects.stream()
            .map(TopologyObject::json)
            .collect(joining(",\n    ", "\"" + name + "\": [\n    ", "\n  ]"));
  }

  /** A table for each kind of which there is anything. */
  static String asText(Topology topology, TopologyNames topologyNames) {
    List<String> sections = new ArrayList<>();
    section(
            "Locations, for export --locations:",
            List.of("ID", "LABEL", "SITE", "NETWORK", "TAGS", "ACTIVE", "LAST UPLOAD"),
            topology.locations(),
            location -> row(location, topologyNames))
        .ifPresent(sections::add);
    section(
            "Sites, for export --sites:",
            List.of("ID", "LABEL", "NETWORK", "TAGS", "ACTIVE"),
            topology.sites(),
            site -> row(site, topologyNames))
        .ifPresent(sections::add);
    section(
            "Networks:",
            List.of("ID", "LABEL", "ACTIVE"),
            topology.networks(),
            network -> List.of(id(network), text(network.label()), active(network.active())))
        .ifPresent(sections::add);
    section(
            "Location tags, for export --location-tags:",
            List.of("ID", "LABEL", "NETWORK"),
            topology.locationTags(),
            tag -> row(tag, topologyNames))
        .ifPresent(sections::add);
    section(
            "Site tags, for export --site-tags:",
            List.of("ID", "LABEL", "NETWORK"),
            topology.siteTags(),
            tag -> row(tag, topologyNames))
        .ifPresent(sections::add);
    return String.join("\n\n", sections);
  }

  private static <T> Optional<String> section(
      String title, List<String> heading, List<T> objects, Function<T, List<String>> row) {
    if (objects.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(heading);
    objects.forEach(object -> rows.add(row.apply(object)));
    return Optional.of(title + "\n" + TextColumns.of(rows));
  }

  private static List<String> row(Location location, TopologyNames topologyNames) {
    return List.of(
        id(location),
        text(location.label()),
        text(topologyNames.siteOf(location)),
        text(topologyNames.networkOf(location)),
        tags(topologyNames.tagsOf(location)),
        active(location.active()),
        text(location.lastUpload()));
  }

  private static List<String> row(Site site, TopologyNames topologyNames) {
    return List.of(
        id(site),
        text(site.label()),
        text(topologyNames.networkOf(site)),
        tags(topologyNames.tagsOf(site)),
        active(site.active()));
  }

  private static List<String> row(Tag tag, TopologyNames topologyNames) {
    return List.of(id(tag), text(tag.label()), text(topologyNames.networkOf(tag)));
  }

  private static String id(TopologyObject object) {
    return object.id().digits();
  }

  private static String tags(List<String> labels) {
    return labels.stream().map(label -> CleanText.of(label, LONGEST_TEXT)).collect(joining(", "));
  }

  private static String text(Optional<String> text) {
    return text.map(raw -> CleanText.of(raw, LONGEST_TEXT)).orElse("");
  }

  private static String active(Optional<String> active) {
    return switch (text(active)) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> text(active);
    };
  }
}

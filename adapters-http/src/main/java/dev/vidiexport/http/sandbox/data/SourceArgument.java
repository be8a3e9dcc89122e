package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/** The arguments that name sources, and what their ids stand for. */
enum SourceArgument {
  LOCATIONS("locations", "location"),
  SITES("sites", "site"),
  LOCATIONGROUPS("locationgroups", "group of locations"),
  SITEGROUPS("sitegroups", "group of sites"),
  LOCATION_TAGS("location_tags", "location tag"),
  SITE_TAGS("site_tags", "site tag");

  private final String argument;
  private final String noun;

  SourceArgument(String argument, String noun) {
    this.argument = argument;
    this.noun = noun;
  }

  static Optional<SourceArgument> find(String argument) {
    return Arrays.stream(values()).filter(kind -> kind.argument.equals(argument)).findFirst();
  }

  String argument() {
    return argument;
  }

  /** One of its ids in a sentence. */
  String noun() {
    return noun;
  }

  /** All ids that there are. */
  LongStream ids(SandboxTopology topology) {
    return switch (this) {
      case LOCATIONS -> topology.locations();
      case SITES -> topology.sites();
      case LOCATIONGROUPS, LOCATION_TAGS -> topology.locationTags();
      case SITEGROUPS, SITE_TAGS -> topology.siteTags();
    };
  }

  /** The locations that an id stands for. */
  LongStream locations(SandboxTopology topology, long id) {
    return switch (this) {
      case LOCATIONS -> LongStream.of(id);
      case SITES -> topology.locationsOfSite(id);
      case LOCATIONGROUPS, LOCATION_TAGS -> topology.locationsOfTag(id);
      case SITEGROUPS, SITE_TAGS -> topology.sitesOfTag(id).flatMap(topology::locationsOfSite);
    };
  }
}

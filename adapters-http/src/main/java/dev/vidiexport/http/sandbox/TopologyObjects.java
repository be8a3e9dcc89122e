package dev.vidiexport.http.sandbox;

import java.util.List;

/** Writes networks, sites, locations and tags as VidiCenter's JSON objects. */
final class TopologyObjects {
  private static final List<String> VENUES = List.of("transit", "retail", "outdoor");
  private static final List<String> SUBTYPES = List.of("train_station", "grocery", "billboard");
  private static final int SECONDS_OF_HOUR = 3600;
  private static final int FIRST_BOX = 9000;

  private final Topology topology;

  TopologyObjects(Topology topology) {
    this.topology = topology;
  }

  String network(long id) {
    return new Members()
        .number("id", id)
        .text("label", topology.networkLabel(id))
        .yes("active")
        .end();
  }

  String site(long id) {
    int turn = (int) (id % VENUES.size());
    return new Members()
        .number("id", id)
        .number("network_id", topology.networkOf(id))
        .text("label", topology.siteLabel(id))
        .yes("active")
        .text("address", (id - Topology.FIRST_SITE + 1) + " rue de l'Exemple\n75010 Paris")
        .text("description", "")
        .text("venue_type", VENUES.get(turn))
        .text("venue_subtype", SUBTYPES.get(turn))
        .end();
  }

  String location(long id) {
    long index = id - Topology.FIRST_LOCATION;
    return new Members()
        .number("id", id)
        .number("site_id", topology.siteOf(id))
        .number("box_id", FIRST_BOX + index)
        .text("label", topology.locationLabel(id))
        .text("description", "")
        .yes("active")
        .text("creation_date", "2014-03-0%sT09:30:00".formatted(1 + index % 9))
        .text("last_upload_timestamp", "2026-01-31T23:55:00")
        .text("last_seen", "2026-01-31T23:57:12")
        .text("last_ots_uploaded", "2026-01-31T23:55:00")
        .number("last_timezone", SECONDS_OF_HOUR * (1 + index % 2))
        .text("location_type", index % 3 == 0 ? "outdoor" : "indoor")
        .end();
  }

  String locationTag(long id) {
    return tag(id, topology.locationTagLabel(id));
  }

  String siteTag(long id) {
    return tag(id, topology.siteTagLabel(id));
  }

  private String tag(long id, String label) {
    return new Members()
        .number("id", id)
        .number("network_id", topology.networkOfTag(id))
        .text("label", label)
        .number("extrapolation", 10 * (id % 5))
        .end();
  }

  /** The members of one object. */
  private static final class Members {
    private final StringBuilder json = new StringBuilder("{");

    Members number(String name, long value) {
      name(name).append(value);
      return this;
    }

    Members text(String name, String value) {
      JsonText.appendQuoted(value, name(name));
      return this;
    }

    Members yes(String name) {
      name(name).append(true);
      return this;
    }

    String end() {
      return json.append('}').toString();
    }

    private StringBuilder name(String name) {
      if (json.length() > 1) {
        json.append(',');
      }
      return json.append('"').append(name).append("\":");
    }
  }
}

package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Camera;
import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes networks, sites, locations and tags as VidiCenter's JSON objects. */
final class TopologyObjects {
  private static final List<String> VENUES = List.of("transit", "retail", "outdoor");
  private static final List<String> SUBTYPES = List.of("train_station", "grocery", "billboard");
  private static final int FIRST_BOX = 9000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final SandboxTopology topology;

  TopologyObjects(SandboxTopology topology) {
    this.topology = topology;
  }

  String network(long id) {
    return new Members()
        .number("id", id)
        .text("label", topology.networkLabel(id))
        .truth("active", true)
        .end();
  }

  String site(long id) {
    int turn = (int) (id % VENUES.size());
    return new Members()
        .number("id", id)
        .number("network_id", topology.networkOf(id))
        .text("label", topology.siteLabel(id))
        .truth("active", true)
        .text("address", (id - SandboxTopology.FIRST_SITE + 1) + " rue de l'Exemple\n75010 Paris")
        .text("description", "")
        .text("venue_type", VENUES.get(turn))
        .text("venue_subtype", SUBTYPES.get(turn))
        .end();
  }

  String location(long id) {
    long index = id - SandboxTopology.FIRST_LOCATION;
    Camera camera = topology.camera(id);
    Optional<LocalDateTime> upload = camera.lastUpload();
    return new Members()
        .number("id", id)
        .number("site_id", topology.siteOf(id))
        .number("box_id", FIRST_BOX + index)
        .text("label", topology.locationLabel(id))
        .text("description", "")
        .truth("active", camera.active())
        .time("creation_date", Optional.of(camera.created()))
        .time("last_upload_timestamp", upload)
        .time("last_seen", camera.lastSeen())
        .time("last_ots_uploaded", upload)
        .zone("last_timezone", camera.zone())
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
      VidiCenterJson.appendQuoted(value, name(name));
      return this;
    }

    /** Null where there is none. */
    Members time(String name, Optional<LocalDateTime> value) {
      if (value.isPresent()) {
        return text(name, TIME.format(value.get()));
      }
      name(name).append("null");
      return this;
    }

    /** In seconds east of UTC; left out where there is none. */
    Members zone(String name, Optional<ZoneOffset> value) {
      return value.isPresent() ? number(name, value.get().getTotalSeconds()) : this;
    }

    Members truth(String name, boolean value) {
      name(name).append(value);
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

package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What there is at VidiCenter, as it was seen last, and what it was before: objects that are gone
 * stay, with the moment from which on they were not seen.
 */
final class StoredTopology {
  private static final String COLUMNS =
      "kind, id, parent, label, active, last_upload, creation_date, last_timezone, json";

  private final LedgerConnection connection;

  StoredTopology(LedgerConnection connection) {
    this.connection = connection;
  }

  private record Place(String kind, String id) {}

  /** What is compared of an object that is in the table. */
  private record Known(TopologyRow row, String lasting, boolean gone) {}

  /** Within a transaction. */
  void note(Topology topology, Instant seenAt) throws SQLException {
    long at = seenAt.getEpochSecond();
    connection.update("INSERT OR REPLACE INTO topology_look VALUES (1, ?)", at);
    Map<Place, Known> unseen = known();
    for (TopologyRow row : TopologyRow.all(topology)) {
      @Nullable Known known = unseen.remove(new Place(row.kind(), row.id().digits()));
      String lasting = LastingJson.digest(row.json());
      if (known == null || !known.lasting().equals(lasting)) {
        connection.update(
            "INSERT INTO topology_change (seen_at, kind, id, label, parent, json)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            at,
            row.kind(),
            row.storedId(),
            row.label(),
            row.parent(),
            row.json());
      }
      if (known != null && known.gone()) {
        comeBack(row, at);
      }
      if (known == null || known.gone() || !known.row().equals(row)) {
        put(row, lasting);
      }
      if (row.isLocation()
          && (known == null || !Objects.equals(known.row().lastUpload(), row.lastUpload()))) {
        connection.update(
            "INSERT OR REPLACE INTO upload (location, seen_at, last_upload) VALUES (?, ?, ?)",
            row.storedId(),
            at,
            row.lastUpload());
      }
    }
    for (Map.Entry<Place, Known> gone : unseen.entrySet()) {
      if (!gone.getValue().gone()) {
        leave(gone.getKey(), at);
      }
    }
  }

  private void comeBack(TopologyRow row, long at) throws SQLException {
    connection.update(
        "UPDATE topology_absence SET until = ? WHERE kind = ? AND id = ? AND until IS NULL",
        at,
        row.kind(),
        row.storedId());
  }

  private void leave(Place place, long at) throws SQLException {
    Object id = TopologyRow.stored(place.id());
    connection.update(
        "UPDATE topology_object SET gone_at = ? WHERE kind = ? AND id = ?", at, place.kind(), id);
    connection.update(
        "INSERT INTO topology_absence (kind, id, since) VALUES (?, ?, ?)", place.kind(), id, at);
  }

  private Map<Place, Known> known() throws SQLException {
    Map<Place, Known> known = new HashMap<>();
    try (ResultSet found =
        connection.query(
            "SELECT " + COLUMNS + ", lasting, gone_at IS NOT NULL FROM topology_object")) {
      while (found.next()) {
        TopologyRow row = read(found);
        known.put(
            new Place(row.kind(), row.id().digits()),
            new Known(row, HexFormat.of().formatHex(found.getBytes(10)), found.getInt(11) == 1));
      }
    }
    return known;
  }

  private void put(TopologyRow row, String lasting) throws SQLException {
    connection.update(
        "INSERT OR REPLACE INTO topology_object ("
            + COLUMNS
            + ", lasting)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.kind(),
        row.storedId(),
        row.parent() == null ? null : TopologyRow.stored(row.parent()),
        row.label(),
        row.active(),
        row.lastUpload(),
        row.creationDate(),
        row.lastTimezone(),
        row.json(),
        HexFormat.of().parseHex(lasting));
  }

  /** What was seen last; empty where nobody ever looked. Within a transaction. */
  Optional<Topology> seenLast() throws SQLException {
    if (connection.number("SELECT count(*) FROM topology_look") == 0) {
      return Optional.empty();
    }
    List<Network> networks = new ArrayList<>();
    List<Site> sites = new ArrayList<>();
    List<Location> locations = new ArrayList<>();
    List<Tag> locationTags = new ArrayList<>();
    List<Tag> siteTags = new ArrayList<>();
    try (ResultSet found =
        connection.query("SELECT " + COLUMNS + " FROM topology_object WHERE gone_at IS NULL")) {
      while (found.next()) {
        TopologyRow row = read(found);
        switch (row.kind()) {
          case TopologyRow.NETWORK -> networks.add(row.network());
          case TopologyRow.SITE -> sites.add(row.site());
          case TopologyRow.LOCATION -> locations.add(row.location());
          case TopologyRow.LOCATION_TAG -> locationTags.add(row.tag());
          case TopologyRow.SITE_TAG -> siteTags.add(row.tag());
          default ->
              throw LedgerConnection.damaged(new IllegalStateException("kind " + row.kind()));
        }
      }
    }
    return Optional.of(new Topology(networks, sites, locations, locationTags, siteTags));
  }

  /** Shows what was seen of uploads, by location and time. */
  void uploads(Consumer<SeenUpload> visitor) throws SQLException {
    try (ResultSet found =
        connection.query(
            "SELECT location, seen_at, last_upload FROM upload ORDER BY location, seen_at")) {
      while (found.next()) {
        visitor.accept(
            new SeenUpload(
                new Id(found.getString(1)),
                Instant.ofEpochSecond(found.getLong(2)),
                Optional.ofNullable(found.getString(3))));
      }
    }
  }

  private static TopologyRow read(ResultSet row) throws SQLException {
    try {
      return new TopologyRow(
          row.getString(1),
          new Id(row.getString(2)),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7),
          row.getString(8),
          row.getString(9));
    } catch (IllegalArgumentException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }
}

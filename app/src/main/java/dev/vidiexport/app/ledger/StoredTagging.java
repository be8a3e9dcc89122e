package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.TaggingChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tags locations and sites have, and had. */
final class StoredTagging {
  private final LedgerConnection connection;

  StoredTagging(LedgerConnection connection) {
    this.connection = connection;
  }

  /** Within a transaction. */
  void note(TagAssignments tags, Instant seenAt) throws SQLException {
    note(TopologyRow.LOCATION_TAGGING, tags.ofLocations(), tags.untold(), seenAt);
    note(TopologyRow.SITE_TAGGING, tags.ofSites(), tags.untold(), seenAt);
  }

  private void note(String kind, Map<Id, List<String>> now, List<String> untold, Instant seenAt)
      throws SQLException {
    Map<Id, List<String>> changes = TaggingChanges.between(notedLast(kind), now, untold);
    for (Map.Entry<Id, List<String>> changed : changes.entrySet()) {
      connection.update(
          "INSERT INTO topology_change (seen_at, kind, id, json) VALUES (?, ?, ?, ?)",
          seenAt.getEpochSecond(),
          kind,
          TopologyRow.stored(changed.getKey().digits()),
          TaggingJson.write(changed.getValue()));
    }
  }

  private Map<Id, List<String>> notedLast(String kind) throws SQLException {
    Map<Id, List<String>> noted = new HashMap<>();
    try (ResultSet found =
        connection.query(
            "SELECT id, json FROM topology_change WHERE kind = ? ORDER BY number", kind)) {
      while (found.next()) {
        noted.put(StoredSightings.id(found.getString(1)), TaggingJson.read(found.getString(2)));
      }
    }
    return noted;
  }
}

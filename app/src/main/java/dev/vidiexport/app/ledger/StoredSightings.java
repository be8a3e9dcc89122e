package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What VidiCenter said there was, from the first time that it was asked on. */
final class StoredSightings {
  private final LedgerConnection connection;

  StoredSightings(LedgerConnection connection) {
    this.connection = connection;
  }

  /** Within a transaction. */
  void changes(Consumer<SeenObject> visitor) throws SQLException {
    try (ResultSet found =
        connection.query(
            "SELECT seen_at, kind, id, label, parent, json FROM topology_change ORDER BY number")) {
      while (found.next()) {
        visitor.accept(seen(found));
      }
    }
  }

  private static SeenObject seen(ResultSet row) throws SQLException {
    SeenKind kind = kind(row.getString(2));
    return new SeenObject(
        Instant.ofEpochSecond(row.getLong(1)),
        kind,
        id(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        parent(row.getString(5)),
        switch (kind) {
          case LOCATION_TAGGING, SITE_TAGGING -> TaggingJson.read(row.getString(6));
          case NETWORK, SITE, LOCATION, LOCATION_TAG, SITE_TAG -> List.of();
        });
  }

  /** Within a transaction. */
  void absences(Consumer<Absence> visitor) throws SQLException {
    try (ResultSet found =
        connection.query(
            "SELECT kind, id, since, until FROM topology_absence ORDER BY since, number")) {
      while (found.next()) {
        visitor.accept(absence(found));
      }
    }
  }

  private static Absence absence(ResultSet row) throws SQLException {
    long until = row.getLong(4);
    boolean isGone = row.wasNull();
    return new Absence(
        kind(row.getString(1)),
        id(row.getString(2)),
        Instant.ofEpochSecond(row.getLong(3)),
        isGone ? Optional.empty() : Optional.of(Instant.ofEpochSecond(until)));
  }

  private static SeenKind kind(String word) throws SQLException {
    return switch (word) {
      case TopologyRow.NETWORK -> SeenKind.NETWORK;
      case TopologyRow.SITE -> SeenKind.SITE;
      case TopologyRow.LOCATION -> SeenKind.LOCATION;
      case TopologyRow.LOCATION_TAG -> SeenKind.LOCATION_TAG;
      case TopologyRow.SITE_TAG -> SeenKind.SITE_TAG;
      case TopologyRow.LOCATION_TAGGING -> SeenKind.LOCATION_TAGGING;
      case TopologyRow.SITE_TAGGING -> SeenKind.SITE_TAGGING;
      default -> throw LedgerConnection.damaged(new IllegalStateException("kind " + word));
    };
  }

  static Id id(String digits) throws SQLException {
    try {
      return new Id(digits);
    } catch (IllegalArgumentException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }

  /** Of rows of earlier versions it stands here as VidiCenter wrote it. */
  private static Optional<Id> parent(@Nullable String written) {
    return Optional.ofNullable(written).flatMap(Id::parse);
  }
}

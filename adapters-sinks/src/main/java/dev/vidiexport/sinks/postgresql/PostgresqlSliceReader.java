package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads histories, beside whoever writes, and from a standby too. */
final class PostgresqlSliceReader implements SliceReader {
  private static final String SLICE = QuotedName.of(SliceNames.SLICE_COLUMN) + " COLLATE \"C\"";

  private final ReadingConnections connections;
  private final String ledger;

  private PostgresqlSliceReader(ReadingConnections connections, String ledger) {
    this.connections = connections;
    this.ledger = ledger;
  }

  static PostgresqlSliceReader open(ConnectionSettings settings, SliceTarget target)
      throws IOException {
    String ledger = target.requireLedger();
    ReadingConnections connections = new ReadingConnections(settings);
    boolean isOpen = false;
    try {
      for (SliceTable table : target.tables()) {
        SliceSnapshot.take(connections, table, ledger).close();
      }
      isOpen = true;
      return new PostgresqlSliceReader(connections, ledger);
    } finally {
      if (!isOpen) {
        connections.close();
      }
    }
  }

  @Override
  public StandingSlice look(SliceTable table, Slice slice) throws IOException {
    try (SliceSnapshot snapshot = SliceSnapshot.take(connections, table, ledger)) {
      return snapshot
          .connection()
          .get(
              "the rows could not be counted",
              () -> new StandingSlice(snapshot.committed(slice), count(snapshot, slice)));
    }
  }

  private static long count(SliceSnapshot snapshot, Slice slice) throws SQLException {
    if (snapshot.standing().existing().isEmpty()) {
      return 0;
    }
    try (PreparedStatement query =
        snapshot
            .connection()
            .sql()
            .prepareStatement(
                "SELECT count(*) FROM %s WHERE %s = ?"
                    .formatted(snapshot.standing().table().quoted(), SLICE))) {
      query.setString(1, slice.id());
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /** Goes from one id to the next by the index, and past the rows. */
  @Override
  public List<String> idsAfter(SliceTable table, Optional<String> last, int most)
      throws IOException {
    try (SliceSnapshot snapshot = SliceSnapshot.take(connections, table, ledger)) {
      return snapshot.standing().existing().isEmpty()
          ? List.of()
          : snapshot
              .connection()
              .get("the table could not be read", () -> ids(snapshot, last, most));
    }
  }

  private static List<String> ids(SliceSnapshot snapshot, Optional<String> last, int most)
      throws SQLException {
    String quoted = snapshot.standing().table().quoted();
    String first = last.isPresent() ? " WHERE %s > ?".formatted(SLICE) : "";
    try (PreparedStatement query =
        snapshot
            .connection()
            .sql()
            .prepareStatement(
                ("WITH RECURSIVE ids(id) AS (SELECT min(%s) FROM %s%s UNION ALL"
                        + " SELECT (SELECT min(%s) FROM %s WHERE %s > ids.id) FROM ids"
                        + " WHERE ids.id IS NOT NULL)"
                        + " SELECT ids.id FROM ids WHERE ids.id IS NOT NULL LIMIT ?")
                    .formatted(SLICE, quoted, first, SLICE, quoted, SLICE))) {
      int place = 1;
      if (last.isPresent()) {
        query.setString(place++, last.get());
      }
      query.setInt(place, most);
      List<String> ids = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          ids.add(found.getString(1));
        }
      }
      return ids;
    }
  }

  @Override
  public SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns)
      throws IOException {
    SliceSnapshot snapshot = SliceSnapshot.take(connections, table, ledger);
    boolean isOpen = false;
    try {
      SliceRows rows = PostgresqlSliceRows.open(snapshot, slice, columns);
      isOpen = true;
      return rows;
    } finally {
      if (!isOpen) {
        snapshot.close();
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}

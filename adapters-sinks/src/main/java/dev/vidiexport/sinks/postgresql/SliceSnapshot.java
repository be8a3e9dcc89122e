package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A table and what is known of its slices, as they are at one moment. For one thread at a time.
 *
 * <p>The tables are locked before that moment, against changes of what they are alone: a table
 * whose columns get another type is written anew, and looks empty to all who began to look before.
 */
final class SliceSnapshot implements AutoCloseable {
  private final ReadingConnections connections;
  private final ServerConnection connection;
  private final String ledger;
  private final TableStanding standing;
  private boolean isClosed;

  private SliceSnapshot(
      ReadingConnections connections,
      ServerConnection connection,
      String ledger,
      TableStanding standing) {
    this.connections = connections;
    this.connection = connection;
    this.ledger = ledger;
    this.standing = standing;
  }

  /**
   * Takes one.
   *
   * @throws IOException when the table cannot be read, or is somebody else's
   */
  static SliceSnapshot take(ReadingConnections connections, SliceTable table, String ledger)
      throws IOException {
    ServerConnection connection = connections.take();
    boolean isTaken = false;
    try {
      TableStanding standing =
          connection.get("the table could not be read", () -> begin(connection, table, ledger));
      isTaken = true;
      return new SliceSnapshot(connections, connection, ledger, standing);
    } finally {
      if (!isTaken) {
        connections.giveBack(connection);
      }
    }
  }

  private static TableStanding begin(ServerConnection connection, SliceTable table, String ledger)
      throws IOException, SQLException {
    TableStanding before = TableStanding.find(connection, table, Optional.of(ledger));
    if (before.existing().isEmpty() && !before.hasRecords()) {
      return before;
    }
    connection.beginSnapshot();
    if (before.existing().isPresent()) {
      connection.execute(
          before.existing().get().kind().lock(before.table().quoted(), "ACCESS SHARE"));
    }
    if (before.hasRecords()) {
      before.table().records().lockForReading(connection);
    }
    TableStanding now = TableStanding.find(connection, table, Optional.of(ledger));
    // What has come meanwhile is not locked, and was not there before.
    return new TableStanding(
        now.table(),
        before.existing().isPresent() ? now.existing() : Optional.empty(),
        before.hasRecords() && now.hasRecords());
  }

  /** The connection, inside the transaction that sees this moment. */
  ServerConnection connection() {
    return connection;
  }

  /** The table, and whether it is there. */
  TableStanding standing() {
    return standing;
  }

  /** What is committed of a slice. */
  Optional<CommittedSlice> committed(Slice slice) throws IOException, SQLException {
    return standing.hasRecords()
        ? standing.table().records().find(connection, standing.table().name(), ledger, slice)
        : Optional.empty();
  }

  /** Ends it. Idempotent. */
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      connections.giveBack(connection);
    }
  }
}

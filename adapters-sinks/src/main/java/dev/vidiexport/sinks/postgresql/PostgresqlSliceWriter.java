package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes to tables that it holds meanwhile. Whatever it does has a connection of its own, so that
 * the one that holds the tables does nothing else.
 */
final class PostgresqlSliceWriter implements SliceWriter {
  private static final String NOT_LOOKED_AT = "the table could not be looked at";

  private final ConnectionSettings settings;
  private final String ledger;
  private final TableHold hold;

  private PostgresqlSliceWriter(ConnectionSettings settings, String ledger, TableHold hold) {
    this.settings = settings;
    this.ledger = ledger;
    this.hold = hold;
  }

  static PostgresqlSliceWriter open(ConnectionSettings settings, SliceTarget target)
      throws IOException {
    String ledger = target.requireLedger();
    ServerConnection connection = ServerConnection.forWriting(settings, TableUse.HISTORY);
    boolean isOpen = false;
    try {
      TableHold hold =
          connection.get(
              "the tables could not be taken", () -> taken(settings, target, connection));
      isOpen = true;
      return new PostgresqlSliceWriter(settings, ledger, hold);
    } finally {
      if (!isOpen) {
        connection.close();
      }
    }
  }

  /** Nothing is made before all tables were found good, and they may change until they are held. */
  private static TableHold taken(
      ConnectionSettings settings, SliceTarget target, ServerConnection connection)
      throws IOException, SQLException {
    List<HistoryTable> tables = HistoryTables.findWritable(connection, target);
    for (HistoryTable table : tables) {
      table.records().require(connection);
    }
    connection.beginAgain();
    TableHold hold = TableHold.take(settings, tables, connection);
    lookAgain(settings, target);
    hold.rest();
    return hold;
  }

  /**
   * Sees whether the tables are still good, now that they are held. What has looked at a table
   * keeps a lock on it until its transaction ends, and that of the hold ends with the run.
   */
  private static void lookAgain(ConnectionSettings settings, SliceTarget target)
      throws IOException, SQLException {
    try (ServerConnection connection = ServerConnection.forWriting(settings, TableUse.HISTORY)) {
      HistoryTables.findWritable(connection, target);
    }
  }

  @Override
  public boolean has(SliceTable table) throws IOException {
    try (ServerConnection connection = connection()) {
      return connection.get(
          NOT_LOOKED_AT, () -> standing(connection, table).existing().isPresent());
    }
  }

  @Override
  public SliceSink open(SliceContext context) throws IOException {
    return PostgresqlSliceSink.open(settings, ledger, hold, context);
  }

  @Override
  public Optional<CommittedSlice> committed(SliceTable table, Slice slice) throws IOException {
    try (ServerConnection connection = connection()) {
      return connection.get(
          "what is committed could not be read",
          () -> {
            // First of all: what was looked at is locked, and those who are awaited may change it.
            new RowFence(HistoryTable.find(connection, table)).awaitOthers(connection);
            TableStanding standing = standing(connection, table);
            return standing.hasRecords()
                ? standing.table().records().find(connection, table.name(), ledger, slice)
                : Optional.empty();
          });
    }
  }

  @Override
  public void remove(SliceTable table, CommittedSlice none) throws IOException {
    if (none.rows() != 0) {
      throw new IllegalArgumentException("rows must be 0, but was " + none.rows());
    }
    try (ServerConnection connection = connection()) {
      connection.run(
          "the table could not be made ready",
          () -> standing(connection, table).table().records().require(connection));
      new SliceReplacement(connection, table, ledger, none).remove();
      hold.requireHeld();
      connection.commit();
    }
  }

  private TableStanding standing(ServerConnection connection, SliceTable table)
      throws IOException, SQLException {
    return TableStanding.find(connection, table, Optional.of(ledger));
  }

  private ServerConnection connection() throws IOException {
    return ServerConnection.forWriting(settings, TableUse.HISTORY);
  }

  @Override
  public void close() {
    hold.close();
  }
}

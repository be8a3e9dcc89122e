package dev.vidiexport.sinks.postgresql;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Tells whether a transaction that puts rows in their place is still on its way to its COMMIT: an
 * advisory lock of a table, which such transactions share. Immutable.
 *
 * @param table the table
 */
record RowFence(HistoryTable table) {
  /** A lock was not let go of in time. */
  private static final String NOT_RELEASED = "55P03";

  /** From here to its end the transaction is one that {@link #awaitOthers} waits for. */
  void enter(ServerConnection connection) throws SQLException {
    connection.execute("SELECT pg_advisory_xact_lock_shared(%s)".formatted(table.rowsKey()));
  }

  /**
   * Waits until whoever has entered has committed or given up, also a run that is dead and whose
   * COMMIT the server has still to do. Until the transaction ends nobody else enters.
   *
   * @throws IOException when they have not ended within the time that locks are waited for
   */
  void awaitOthers(ServerConnection connection) throws IOException, SQLException {
    try {
      connection.execute("SELECT pg_advisory_xact_lock(%s)".formatted(table.rowsKey()));
    } catch (SQLException failure) {
      if (!NOT_RELEASED.equals(failure.getSQLState())) {
        throw failure;
      }
      throw new IOException(
          "the server is still putting rows in place for a run before this one, and has not ended within %s s. Wait until it has."
              .formatted(connection.lockPatience().toSeconds()),
          failure);
    }
  }
}

package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps other runs from some tables: an advisory lock for each, in a transaction that does nothing
 * else. That looks at no table, nor at rows: others may change the tables meanwhile, and the server
 * may clear away old rows, for as long as it lasts. Thread-safe.
 */
final class TableHold implements AutoCloseable {
  /** The server tells the two halves of a number of 64 bits. */
  private static final String HOLDER =
      "SELECT l.pid, host(a.client_addr),"
          + " to_char(timezone('UTC', a.xact_start), 'YYYY-MM-DD HH24:MI:SS')"
          + " FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid"
          + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
          + " AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())"
          + " AND l.classid = CAST(CAST(? AS bigint) AS oid)"
          + " AND l.objid = CAST(CAST(? AS bigint) AS oid)";

  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /** With the waits between them, a tenth of the time that other locks are waited for. */
  private static final int ATTEMPTS = 10;

  /** What looks at no table is answered at once, or never. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private static final int WAITS_IN_PATIENCE = 100;
  private static final double MILLIS_PER_SECOND = 1000;

  private final ConnectionSettings settings;
  private final List<HistoryTable> tables;
  private ServerConnection connection;
  private boolean isClosed;

  private TableHold(
      ConnectionSettings settings, List<HistoryTable> tables, ServerConnection connection) {
    this.settings = settings;
    this.tables = List.copyOf(tables);
    this.connection = connection;
  }

  /**
   * Takes tables.
   *
   * @param connection with which they are held from here on, at the beginning of a transaction
   * @throws TargetHeldException when another run has one of them
   */
  static TableHold take(
      ConnectionSettings settings, List<HistoryTable> tables, ServerConnection connection)
      throws IOException, SQLException {
    lock(connection, tables);
    return new TableHold(settings, tables, connection);
  }

  /**
   * Ends what looks at rows. The server keeps the moment of the last statement that did until the
   * next statement comes, which here may be hours later.
   */
  void rest() throws SQLException {
    ServerSession.takeOwnNames(connection.sql());
  }

  /**
   * Takes the locks until the transaction ends. All runs take them in the same order, so that of
   * two one gets all.
   */
  static void lock(ServerConnection connection, List<HistoryTable> tables)
      throws IOException, SQLException {
    List<HistoryTable> inOrder =
        tables.stream().sorted(Comparator.comparingLong(HistoryTable::lockKey)).toList();
    for (HistoryTable table : inOrder) {
      if (!isLockedSoon(connection, table.lockKey())) {
        throw new TargetHeldException(
            "the table %s is being written to by another run%s"
                .formatted(QuotedName.of(table.name()), holder(connection, table.lockKey())));
      }
    }
  }

  /** A run that was killed is there to the server until it has noticed, which is soon. */
  private static boolean isLockedSoon(ServerConnection connection, long key) throws SQLException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (isLocked(connection, key)) {
        return true;
      }
      double seconds = connection.lockPatience().toMillis() / MILLIS_PER_SECOND;
      connection.execute("SELECT pg_sleep(%s)".formatted(seconds / WAITS_IN_PATIENCE));
    }
    return isLocked(connection, key);
  }

  private static boolean isLocked(ServerConnection connection, long key) throws SQLException {
    try (PreparedStatement query =
        connection.sql().prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      query.setLong(1, key);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getBoolean(1);
      }
    }
  }

  /** As far as this user may know; the other may also have ended by now. */
  private static String holder(ServerConnection connection, long key) throws SQLException {
    try (PreparedStatement query = connection.sql().prepareStatement(HOLDER)) {
      query.setLong(1, key >>> Integer.SIZE);
      query.setLong(2, key & LOW_HALF);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          return "";
        }
        String host = found.getString(2);
        String since = found.getString(3);
        return ", %sas the server's process %s%s"
            .formatted(
                host == null ? "" : "from " + host + ", ",
                found.getString(1),
                since == null ? "" : ", since %s UTC".formatted(since));
      }
    }
  }

  /**
   * Makes sure that the tables are still held. A connection that was lost meanwhile, after hours of
   * silence perhaps, is made again, if nobody else was faster.
   *
   * @throws IOException when they are not, and could not be taken again
   */
  synchronized void requireHeld() throws IOException {
    if (isClosed) {
      throw new IllegalStateException("the tables are no longer held");
    }
    if (!isAlive()) {
      connection.close();
      connection = takenAgain();
    }
  }

  private ServerConnection takenAgain() throws IOException {
    ServerConnection next = ServerConnection.forWriting(settings, TableUse.HISTORY);
    boolean isTaken = false;
    try {
      next.run(
          "the tables could not be taken again",
          () -> {
            lock(next, tables);
            ServerSession.takeOwnNames(next.sql());
          });
      isTaken = true;
      return next;
    } finally {
      if (!isTaken) {
        next.close();
      }
    }
  }

  private boolean isAlive() {
    Connection held = connection.sql();
    try {
      int limitBefore = held.getNetworkTimeout();
      held.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER_LIMIT.toMillis()));
      rest();
      held.setNetworkTimeout(Runnable::run, limitBefore);
      return true;
    } catch (SQLException lost) {
      // Whatever the reason is, the locks have gone with the transaction.
      return false;
    }
  }

  /** Lets go of the tables. Idempotent. */
  @Override
  public synchronized void close() {
    isClosed = true;
    connection.close();
  }
}

package dev.vidiexport.sinks.postgresql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * What a transaction begins with, whatever the user, the database or the server is set to.
 * Immutable.
 *
 * @param currentSchema the first schema of the user's search path that is there; empty where none
 *     is
 * @param version the server's, as it reckons it: 150004 for 15.4
 * @param takesChanges whether it may be written to
 */
record ServerSession(Optional<String> currentSchema, int version, boolean takesChanges) {
  /** Older servers have catalogues of other columns; the last of them went out of care in 2024. */
  private static final int LEAST_VERSION = 120_000;

  /** From here on whole transactions can have a time limit. */
  private static final int LIMITS_TRANSACTIONS = 170_000;

  /** From here on the server can look whether a client is still there while it works for it. */
  private static final int LOOKS_FOR_CLIENTS = 140_000;

  /**
   * A connection may be silent for hours, which what translates addresses on its way takes for its
   * end; and the server is to notice within two minutes that a client is gone. Where neither can be
   * set, as for sockets of one machine, this changes nothing.
   */
  private static final String SIGNS_OF_LIFE =
      " SET LOCAL tcp_keepalives_idle = 60;"
          + " SET LOCAL tcp_keepalives_interval = 10;"
          + " SET LOCAL tcp_keepalives_count = 6;";

  /** What a client that was killed has begun ends then, and with it its locks. */
  private static final String LOOK_FOR_CLIENT =
      "SAVEPOINT looking;"
          + " SET LOCAL client_connection_check_interval = '1s';"
          + " RELEASE SAVEPOINT looking";

  private static final String LOOK_FOR_NOBODY =
      "ROLLBACK TO SAVEPOINT looking; RELEASE SAVEPOINT looking";

  /**
   * Of what is looked up each statement sees the newest. COPY is one statement for all rows,
   * however long VidiCenter takes to send them; notices would be kept until its end; and what is
   * committed must be on the server's disk.
   */
  private static final String SETTINGS =
      "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
          + " SET LOCAL lock_timeout = %s;"
          + " SET LOCAL statement_timeout = 0;"
          + " SET LOCAL idle_in_transaction_session_timeout = 0;"
          + " SET LOCAL client_min_messages = error;"
          + SIGNS_OF_LIFE
          + " SELECT pg_catalog.set_config(s.name, s.value, true) FROM (VALUES"
          + "   ('synchronous_commit', 'on', 'off'), ('transaction_timeout', '0', NULL))"
          + "   s(name, value, instead) JOIN pg_catalog.pg_settings p"
          + "   ON p.name OPERATOR(pg_catalog.=) s.name"
          + "   WHERE s.instead IS NULL OR p.setting OPERATOR(pg_catalog.=) s.instead";

  private static final String SERVER =
      "SELECT pg_catalog.current_schema(),"
          + " pg_catalog.current_setting('transaction_read_only'),"
          + " pg_catalog.current_setting('server_version_num'),"
          + " pg_catalog.current_setting('server_encoding')";

  /**
   * What all rows are seen with that are read in one transaction. No statement of these sees rows,
   * so that the moment is that of the first one that does, when tables may be locked already.
   */
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;"
          + " SET LOCAL lock_timeout = %s;"
          + " SET LOCAL statement_timeout = 0;"
          + " SET LOCAL idle_in_transaction_session_timeout = 0;"
          + " SET LOCAL client_min_messages = error;"
          + SIGNS_OF_LIFE;

  private static final String NO_TRANSACTION_LIMIT = "SET LOCAL transaction_timeout = 0";

  /** So names without a schema are the server's own, whatever others have made. */
  private static final String OWN_NAMES = "SET LOCAL search_path = pg_catalog";

  /** What is run for rows, such as checks, may count on the user's search path. */
  private static final String USERS_NAMES = "SET LOCAL search_path TO DEFAULT";

  /**
   * Begins.
   *
   * @throws IOException when the server cannot be used at all
   */
  static ServerSession begin(Connection connection, Duration lockPatience)
      throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS.formatted(lockPatience.toMillis()));
      try (ResultSet found = statement.executeQuery(SERVER)) {
        found.next();
        ServerSession session =
            new ServerSession(
                Optional.ofNullable(found.getString(1)),
                Integer.parseInt(found.getString(3)),
                found.getString(2).equals("off"));
        session.requireUsable(found.getString(4));
        session.lookForClient(statement);
        statement.execute(OWN_NAMES);
        return session;
      }
    }
  }

  /** Servers on systems that cannot tell them that a client is gone refuse it. */
  private void lookForClient(Statement statement) throws SQLException {
    if (version < LOOKS_FOR_CLIENTS) {
      return;
    }
    try {
      statement.execute(LOOK_FOR_CLIENT);
    } catch (SQLException unsupported) {
      // It finds out later, then; where the connection was lost, this fails, too.
      statement.execute(LOOK_FOR_NOBODY);
    }
  }

  private void requireUsable(String encoding) throws IOException {
    if (version < LEAST_VERSION) {
      throw new IOException("the server is older than PostgreSQL 12. Use a newer one.");
    }
    if (encoding.equals("SQL_ASCII")) {
      throw new IOException(
          "the database keeps bytes and no characters (SQL_ASCII). Use one with the encoding UTF8.");
    }
  }

  /** Makes sure that the server can be written to. */
  void requireTakesChanges() throws IOException {
    if (!takesChanges) {
      throw new IOException(
          "the server takes no changes, because it is a standby or set to be read alone. Name the one that does.");
    }
  }

  /** Begins another transaction, in which all rows are seen as they are at one moment. */
  void beginSnapshot(Connection connection, Duration lockPatience) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SNAPSHOT.formatted(lockPatience.toMillis()));
      if (version >= LIMITS_TRANSACTIONS) {
        statement.execute(NO_TRANSACTION_LIMIT);
      }
      lookForClient(statement);
      statement.execute(OWN_NAMES);
    }
  }

  /** Has names be the server's own alone, as they are at the beginning. Looks at no rows. */
  static void takeOwnNames(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(OWN_NAMES);
    }
  }

  /** Ends the time in which names are the server's own alone. */
  static void takeUsersNames(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(USERS_NAMES);
    }
  }
}

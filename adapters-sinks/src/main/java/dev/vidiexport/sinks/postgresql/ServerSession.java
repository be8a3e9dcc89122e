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
 */
record ServerSession(Optional<String> currentSchema) {
  /** Older servers have catalogues of other columns; the last of them went out of care in 2024. */
  private static final int LEAST_VERSION = 120_000;

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

  /** So names without a schema are the server's own, whatever others have made. */
  private static final String OWN_NAMES = "SET LOCAL search_path = pg_catalog";

  /** What is run for rows, such as checks, may count on the user's search path. */
  private static final String USERS_NAMES = "SET LOCAL search_path TO DEFAULT";

  /**
   * Begins.
   *
   * @throws IOException when the server cannot be used
   */
  static ServerSession begin(Connection connection, Duration lockPatience)
      throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS.formatted(lockPatience.toMillis()));
      try (ResultSet found = statement.executeQuery(SERVER)) {
        found.next();
        requireServer(found);
        ServerSession session = new ServerSession(Optional.ofNullable(found.getString(1)));
        statement.execute(OWN_NAMES);
        return session;
      }
    }
  }

  private static void requireServer(ResultSet found) throws IOException, SQLException {
    if (Integer.parseInt(found.getString(3)) < LEAST_VERSION) {
      throw new IOException("the server is older than PostgreSQL 12. Use a newer one.");
    }
    if (found.getString(2).equals("on")) {
      throw new IOException(
          "the server takes no changes, because it is a standby or set to be read alone. Name the one that does.");
    }
    if (found.getString(4).equals("SQL_ASCII")) {
      throw new IOException(
          "the database keeps bytes and no characters (SQL_ASCII). Use one with the encoding UTF8.");
    }
  }

  /** Ends the time in which names are the server's own alone. */
  static void takeUsersNames(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(USERS_NAMES);
    }
  }
}

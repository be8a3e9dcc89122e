package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.sinks.database.QuotedName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How many rows a table has before those of a run, so that the run can tell whether all of its own
 * are there. Immutable.
 *
 * @param table the table's name
 * @param before its rows before those of the run
 */
record RowCount(String table, long before) {
  static RowCount of(Connection connection, String table) throws SQLException {
    return new RowCount(table, rows(connection, table));
  }

  /**
   * Looks for the rows of the run, inside its transaction.
   *
   * @param written how many they are
   * @throws IOException when the table has not as many rows more
   */
  void check(Connection connection, long written) throws IOException, SQLException {
    long kept = rows(connection, table) - before;
    if (kept != written) {
      throw new IOException(
          "the table %s kept %s of the %s rows given to it, so nothing was written. Use another table=NAME."
              .formatted(QuotedName.of(table), kept, written));
    }
  }

  private static long rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT count(*) FROM " + QuotedName.of(table))) {
      return found.getLong(1);
    }
  }
}

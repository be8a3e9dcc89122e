package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at all tables that a history names. Changes nothing. */
final class HistoryTables {
  private static final String TEMPORARY =
      "SELECT has_database_privilege(current_database(), 'TEMPORARY'), current_database()";

  private HistoryTables() {}

  /**
   * Makes sure that slices can be put into all of them.
   *
   * @return the tables, in the order in which they are named
   */
  static List<HistoryTable> findWritable(ServerConnection connection, SliceTarget target)
      throws IOException, SQLException {
    requireTemporaryTables(connection);
    List<HistoryTable> tables = new ArrayList<>();
    for (SliceTable table : target.tables()) {
      TableStanding standing = TableStanding.find(connection, table, target.ledger());
      standing.requireWritable();
      standing.table().records().areReady(connection);
      requireAnother(tables, standing.table());
      tables.add(standing.table());
    }
    return tables;
  }

  /** A schema that one of them names may be the one that another leaves out. */
  private static void requireAnother(List<HistoryTable> before, HistoryTable table)
      throws IOException {
    if (before.contains(table)) {
      throw new IOException(
          "two exports have the table %s of the schema %s, which is also meant where no schema is given. Give one of them another table."
              .formatted(QuotedName.of(table.name()), QuotedName.of(table.schema().name())));
    }
  }

  private static void requireTemporaryTables(ServerConnection connection)
      throws IOException, SQLException {
    try (Statement statement = connection.sql().createStatement();
        ResultSet found = statement.executeQuery(TEMPORARY)) {
      found.next();
      if (!found.getBoolean(1)) {
        throw new IOException(
            "this user may make no temporary tables in the database %s. Ask for the right TEMPORARY."
                .formatted(QuotedName.of(found.getString(2))));
      }
    }
  }
}

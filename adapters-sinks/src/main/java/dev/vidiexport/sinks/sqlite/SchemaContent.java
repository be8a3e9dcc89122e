package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.sinks.database.QuotedName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a file that a connection has open. Immutable.
 *
 * @param connection has it open
 * @param schema what it is called there
 */
record SchemaContent(Connection connection, String schema) {
  /** By this number, in the head of the file, the ledgers of this program are known. */
  private static final int LEDGER = 0x76696478;

  void requireNoLedger() throws IOException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA %s.application_id".formatted(schema))) {
      if (found.getInt(1) == LEDGER) {
        throw new IOException("it is the ledger of a history");
      }
    }
  }

  /** What goes by a name already: a table, a virtual table, a view, an index. */
  Optional<String> kind(String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            ("SELECT iif(type IN ('virtual', 'shadow'), type || ' table', type)"
                    + " FROM pragma_table_list(?1) WHERE schema = '%1$s'"
                    + " UNION ALL SELECT 'index' FROM %1$s.sqlite_schema"
                    + " WHERE type = 'index' AND name = ?1 COLLATE NOCASE")
                .formatted(schema))) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }

  /** A name that nothing goes by yet: the one wanted, or that with a number behind it. */
  String freeName(String wanted) throws SQLException {
    String free = wanted;
    for (int number = 2; kind(free).isPresent(); number++) {
      free = wanted + "_" + number;
    }
    return free;
  }

  /** The columns of a table by their folded names, with their types as they were declared. */
  Map<String, String> declaredTypes(String table) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name, type FROM pragma_table_info(?1, ?2)")) {
      query.setString(1, table);
      query.setString(2, schema);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          types.put(FoldedName.of(found.getString(1)), found.getString(2));
        }
      }
    }
    return types;
  }

  /**
   * Whether a change of a table brings others. SQLite's plan for it tells: triggers, and what
   * foreign keys do to other tables, are programs within it, and nothing else is.
   *
   * @param change with a place for the table
   */
  boolean hasProgram(String change, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN " + change.formatted(quoted(table)))) {
      while (plan.next()) {
        if (plan.getString("opcode").equals("Program")) {
          return true;
        }
      }
      return false;
    }
  }

  /** A table's name in SQL. */
  String quoted(String table) {
    return schema + "." + QuotedName.of(table);
  }

  void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}

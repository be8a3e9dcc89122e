package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.ColumnMatching;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table that exists, by their folded names. Immutable.
 *
 * @param table the table's name
 * @param columns what is known of each
 */
record ExistingColumns(String table, Map<String, ExistingColumn> columns) {
  static ExistingColumns read(Connection connection, String table) throws SQLException {
    Map<String, ExistingColumn> columns = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name, type, strict, hidden > 1, \"notnull\" AND dflt_value IS NULL,"
                // A primary key without an index of its own is the number of the row.
                + " pk AND NOT EXISTS (SELECT 1 FROM pragma_index_list(?1) WHERE origin = 'pk')"
                + " FROM pragma_table_xinfo(?1),"
                + " (SELECT strict FROM pragma_table_list(?1) WHERE schema = 'main')")) {
      query.setString(1, table);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          ExistingColumn column = column(found);
          columns.put(FoldedName.of(column.name()), column);
        }
      }
    }
    return new ExistingColumns(table, columns);
  }

  private static ExistingColumn column(ResultSet found) throws SQLException {
    String declared = found.getString(2);
    boolean numbersRows = found.getBoolean(6);
    return new ExistingColumn(
        found.getString(1),
        declared,
        Affinity.of(declared, found.getBoolean(3)),
        found.getBoolean(5) && !numbersRows,
        found.getBoolean(4),
        numbersRows);
  }

  /**
   * How the columns of an export meet these.
   *
   * @param names what the columns of the export are called in a table
   * @throws IOException when the table cannot take rows as they are, with all that stands against
   *     it
   */
  List<Fit> fits(Schema schema, List<String> names) throws IOException {
    List<Fit> fits = new ArrayList<>();
    for (ExistingColumn existing :
        new ColumnMatching<>(table, columns, FoldedName::of).columnsFor(schema, names)) {
      Column column = schema.column(fits.size());
      fits.add(
          new Fit(
              existing.name(),
              existing.declared(),
              existing.keeps(column),
              !existing.numbersRows()));
    }
    return fits;
  }
}

package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.ColumnMatching;
import dev.vidiexport.sinks.database.TableColumn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The columns of a table that exists, by their names. Immutable.
 *
 * @param columns what is known of each
 */
record ExistingColumns(Map<String, ExistingColumn> columns) {
  /** A type of the server's own has its name; any other counts as none. */
  private static final String COLUMNS =
      "SELECT a.attname, format_type(a.atttypid, a.atttypmod),"
          + " CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype = 'b'"
          + "   THEN t.typname::text ELSE '' END,"
          + " a.atttypmod, a.attnotnull AND NOT a.atthasdef AND a.attidentity = '',"
          + " a.attgenerated <> '' OR a.attidentity = 'a', has_column_privilege(a.attrelid, a.attnum, 'INSERT')"
          + " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid"
          + " WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

  /**
   * One of them.
   *
   * @param name its name
   * @param type what it keeps
   * @param needsValue whether every row must bring a value for it
   * @param isWritable whether this user may put values into it, and it does not always make its own
   */
  record ExistingColumn(String name, ExistingType type, boolean needsValue, boolean isWritable)
      implements TableColumn {
    @Override
    public String declared() {
      return type.declared();
    }

    @Override
    public boolean keeps(Column column) {
      return type.keeps(ColumnForm.of(column));
    }
  }

  static ExistingColumns read(Connection connection, long table) throws SQLException {
    Map<String, ExistingColumn> columns = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setLong(1, table);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          String name = found.getString(1);
          columns.put(
              name,
              new ExistingColumn(
                  name,
                  new ExistingType(found.getString(2), found.getString(3), found.getInt(4)),
                  found.getBoolean(5),
                  !found.getBoolean(6) && found.getBoolean(7)));
        }
      }
    }
    return new ExistingColumns(columns);
  }

  /**
   * How the columns of an export meet these.
   *
   * @throws IOException when rows could not be put here, with all that stands against it
   */
  List<ColumnFit> fits(String table, Schema rows, List<String> names) throws IOException {
    List<ColumnFit> fits = new ArrayList<>();
    for (ExistingColumn existing :
        new ColumnMatching<>(table, columns, UnaryOperator.identity()).columnsFor(rows, names)) {
      Column column = rows.column(fits.size());
      fits.add(
          new ColumnFit(
              existing.name(),
              existing.declared(),
              existing.keeps(column),
              existing.type().mostCharacters()));
    }
    return fits;
  }
}

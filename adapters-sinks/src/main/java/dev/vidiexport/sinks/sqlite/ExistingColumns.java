package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
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
          columns.put(WrittenNames.folded(column.name()), column);
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
    List<String> problems = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    Map<String, ExistingColumn> unmet = new LinkedHashMap<>(columns);
    for (Column column : schema.columns()) {
      String name = names.get(fits.size());
      ExistingColumn existing = unmet.remove(WrittenNames.folded(name));
      if (existing == null || existing.generated()) {
        problems.add("it has no column %s to write to".formatted(QuotedName.of(name)));
        fits.add(new Fit(name, "", false, true));
        continue;
      }
      boolean keeps = existing.affinity().keeps(column);
      fits.add(new Fit(existing.name(), existing.declared(), keeps, !existing.numbersRows()));
      // A column that is null throughout comes as text, and nulls fit everywhere.
      if (!keeps && column.type() != ColumnType.TEXT) {
        problems.add(
            "its column %s is %s, which does not keep %s values"
                .formatted(QuotedName.of(name), existing.declared(), column.type().label()));
      }
    }
    unmet.values().stream()
        .filter(ExistingColumn::needsValue)
        .forEach(
            column ->
                problems.add(
                    "its column %s needs a value, and the export has none"
                        .formatted(QuotedName.of(column.name()))));
    if (!problems.isEmpty()) {
      throw new IOException(
          "the table %s does not take these rows: %s. Use another table=NAME."
              .formatted(QuotedName.of(table), String.join("; ", problems)));
    }
    return fits;
  }
}

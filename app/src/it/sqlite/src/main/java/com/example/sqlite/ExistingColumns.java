package com.example.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
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
 * @param columns what is known of each
 */
record ExistingColumns(Map<String, ExistingColumn> columns) {
  /**
   * One of them.
   *
   * @param name as the table writes it
   * @param declared its declared type; may be empty
   * @param needsValue whether every row must bring a value for it
   * @param generated whether the table works it out by itself
   * @param numbersRows whether it is SQLite's own number of the row, which is never null
   */
  record ExistingColumn(
      String name, String declared, boolean needsValue, boolean generated, boolean numbersRows) {}

  static ExistingColumns read(Connection connection, String table) throws SQLException {
    Map<String, ExistingColumn> columns = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name, type, \"notnull\" AND dflt_value IS NULL, hidden > 1,"
                // A primary key without an index of its own is the number of the row.
                + " pk AND NOT EXISTS (SELECT 1 FROM pragma_index_list(?) WHERE origin = 'pk')"
                + " FROM pragma_table_xinfo(?)")) {
      query.setString(1, table);
      query.setString(2, table);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          String name = found.getString(1);
          columns.put(
              WrittenNames.folded(name),
              new ExistingColumn(
                  name,
                  found.getString(2),
                  found.getBoolean(3),
                  found.getBoolean(4),
                  found.getBoolean(5)));
        }
      }
    }
    return new ExistingColumns(columns);
  }

  /**
   * How the columns of an export meet these.
   *
   * @throws IOException when rows could not be appended, with all that stands against it
   */
  List<Fit> fits(TargetTable table, Schema schema, List<String> names) throws IOException {
    List<String> problems = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    Map<String, ExistingColumn> unmet = new LinkedHashMap<>(columns);
    for (Column column : schema.columns()) {
      String name = names.get(fits.size());
      ExistingColumn existing = unmet.remove(WrittenNames.folded(name));
      if (existing == null || existing.generated()) {
        problems.add("it has no column %s to write to".formatted(Identifier.quoted(name)));
        fits.add(new Fit(name, "", false, true));
        continue;
      }
      boolean keeps = Affinity.of(existing.declared()).keeps(column.type());
      fits.add(new Fit(existing.name(), existing.declared(), keeps, !existing.numbersRows()));
      // A column that is null throughout comes as text, and nulls fit everywhere.
      if (!keeps && column.type() != ColumnType.TEXT) {
        problems.add(
            "its column %s is %s, which does not keep %s values"
                .formatted(Identifier.quoted(name), existing.declared(), column.type().label()));
      }
    }
    unmet.values().stream()
        .filter(ExistingColumn::needsValue)
        .forEach(
            column ->
                problems.add(
                    "its column %s needs a value, and the export has none"
                        .formatted(Identifier.quoted(column.name()))));
    if (!problems.isEmpty()) {
      throw new IOException(
          "the table %s does not take these rows: %s. Use another --sink-option table=NAME, or mode=replace."
              .formatted(Identifier.quoted(table.name()), String.join("; ", problems)));
    }
    return fits;
  }
}

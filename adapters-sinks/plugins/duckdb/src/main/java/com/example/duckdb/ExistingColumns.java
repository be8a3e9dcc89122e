package com.example.duckdb;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table that exists, by their folded names. Immutable.
 *
 * @param table the table
 * @param columns what is known of each
 */
record ExistingColumns(TableName table, Map<String, ExistingColumn> columns) {
  /**
   * One of them.
   *
   * @param name as the table writes it
   * @param declared its declared type
   * @param takesNull whether it takes nulls
   * @param hasDefault whether it brings a value where a row has none
   * @param generated whether the table works it out by itself
   */
  record ExistingColumn(
      String name, String declared, boolean takesNull, boolean hasDefault, boolean generated) {
    private static ExistingColumn of(ResultSet found) throws SQLException {
      return new ExistingColumn(
          found.getString(1),
          found.getString(2),
          found.getBoolean(3),
          found.getBoolean(4),
          found.getBoolean(5));
    }

    boolean needsValue() {
      return !takesNull && !hasDefault && !generated;
    }

    private Fit fit(ColumnKind kind) {
      return new Fit(name, kind, declared, KeptValues.in(declared, kind), takesNull);
    }
  }

  static ExistingColumns read(Database database, TableName table) throws SQLException {
    Map<String, ExistingColumn> columns = new LinkedHashMap<>();
    for (ExistingColumn column :
        database.query(
            "SELECT column_name, data_type, is_nullable = 'YES', column_default IS NOT NULL,"
                + " is_generated = 'ALWAYS' FROM information_schema.columns"
                + " WHERE table_catalog = %s AND table_schema = %s AND table_name = %s"
                    .formatted(
                        Sql.text(Database.CATALOG),
                        Sql.text(table.schema()),
                        Sql.text(table.name())),
            ExistingColumn::of)) {
      columns.put(WrittenNames.folded(column.name()), column);
    }
    return new ExistingColumns(table, columns);
  }

  /**
   * How the columns of an export meet these.
   *
   * @throws IOException when the table would not take the rows as they are, with all that stands
   *     against it
   */
  List<Fit> fits(Schema schema) throws IOException {
    List<String> names = WrittenNames.of(schema);
    List<String> problems = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    Map<String, ExistingColumn> unmet = new LinkedHashMap<>(columns);
    for (int index = 0; index < schema.size(); index++) {
      Column column = schema.column(index);
      ExistingColumn existing = unmet.remove(WrittenNames.folded(names.get(index)));
      if (existing == null || existing.generated()) {
        problems.add("it has no column %s to write to".formatted(Sql.name(names.get(index))));
        continue;
      }
      Fit fit = existing.fit(ColumnKind.of(column));
      fits.add(fit);
      // A column that is null throughout comes as text, and nulls fit everywhere.
      if (fit.kept() == KeptValues.NONE && fit.kind() != ColumnKind.TEXT) {
        problems.add(
            "its column %s is %s, which does not keep %s values"
                .formatted(Sql.name(fit.name()), fit.declared(), fit.kind().declared()));
      }
    }
    unmet.values().stream()
        .filter(ExistingColumn::needsValue)
        .forEach(
            column ->
                problems.add(
                    "its column %s needs a value, and the export has none"
                        .formatted(Sql.name(column.name()))));
    if (!problems.isEmpty()) {
      throw new IOException(
          "the table %s does not take these rows: %s. Use another table=NAME."
              .formatted(Sql.name(table.name()), String.join("; ", problems)));
    }
    return fits;
  }
}

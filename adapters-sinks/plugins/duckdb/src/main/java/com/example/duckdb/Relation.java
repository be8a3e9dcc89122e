package com.example.duckdb;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What goes by a name already. Immutable.
 *
 * @param table its names, as the file has them
 * @param kind what it is: a table or a view
 */
record Relation(TableName table, String kind) {
  private static final String TABLE = "table";

  /**
   * Looks for one.
   *
   * @param schema the schema's name, as the file has it
   * @param name a name in any case
   */
  static Optional<Relation> find(Database database, String schema, String name)
      throws SQLException {
    String where =
        " WHERE database_name = %s AND schema_name = %s"
            .formatted(Sql.text(Database.CATALOG), Sql.text(schema));
    return database
        .query(
            "SELECT table_name, '%s' FROM duckdb_tables()".formatted(TABLE)
                + where
                + " UNION ALL SELECT view_name, 'view' FROM duckdb_views()"
                + where,
            found -> new Relation(new TableName(schema, found.getString(1)), found.getString(2)))
        .stream()
        .filter(found -> WrittenNames.same(found.table().name(), name))
        .findFirst();
  }

  /** Whether the file has none at all. */
  static boolean areNone(Database database) throws SQLException {
    String where = " WHERE NOT internal AND database_name = " + Sql.text(Database.CATALOG);
    return database
        .query(
            "SELECT 1 FROM duckdb_tables()%s UNION ALL SELECT 1 FROM duckdb_views()%s"
                .formatted(where, where),
            found -> true)
        .isEmpty();
  }

  boolean isTable() {
    return kind.equals(TABLE);
  }

  /** Whether what is about to be done to the table sets something off. */
  boolean hasTrigger(Database database, WriteMode mode) throws SQLException {
    return !database
        .query(
            "SELECT 1 FROM duckdb_triggers() WHERE event_manipulation IN ('INSERT'%s)"
                    .formatted(mode == WriteMode.REPLACE ? ", 'DELETE'" : "")
                + " AND database_name = %s AND schema_name = %s AND table_name = %s"
                    .formatted(
                        Sql.text(Database.CATALOG),
                        Sql.text(table.schema()),
                        Sql.text(table.name())),
            found -> true)
        .isEmpty();
  }
}

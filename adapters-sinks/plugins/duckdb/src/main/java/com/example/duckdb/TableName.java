package com.example.duckdb;

/**
 * The names of a table in the file. Immutable.
 *
 * @param schema its schema's
 * @param name its own
 */
record TableName(String schema, String name) {
  /** The table in SQL, whatever else has its name. */
  String sql() {
    return String.join(".", Sql.name(Database.CATALOG), Sql.name(schema), Sql.name(name));
  }
}

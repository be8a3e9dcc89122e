package com.example.duckdb;

import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table that takes the rows. Immutable.
 *
 * @param schema the schema that the user named
 * @param name its name
 * @param mode what happens when it exists
 */
record TargetTable(Optional<String> schema, String name, WriteMode mode) {
  private static final String OWN_SCHEMA = "main";

  static TargetTable of(Optional<String> schema, String name, WriteMode mode) throws IOException {
    requireName(name, "table");
    if (schema.isPresent()) {
      requireName(schema.get(), "schema");
    }
    return new TargetTable(schema, name, mode);
  }

  private static void requireName(String name, String option) throws IOException {
    if (name.isBlank() || name.indexOf('\0') >= 0) {
      throw new IOException(
          "the option %s must be a name. Give %s=NAME.".formatted(option, option));
    }
  }

  /** Refuses what can be known of a file that is not there. */
  void checkWithoutFile() throws IOException {
    if (!WrittenNames.same(schemaName(), OWN_SCHEMA)) {
      throw noSchema();
    }
  }

  /** Refuses what can be known before the columns are. Changes nothing. */
  void check(Database database) throws IOException, SQLException {
    Optional<Relation> existing = Relation.find(database, schemaIn(database), name);
    if (existing.isPresent()) {
      check(database, existing.get());
    }
  }

  private void check(Database database, Relation existing) throws IOException, SQLException {
    String found = existing.table().name();
    if (mode == WriteMode.FAIL) {
      throw new IOException(
          "the %s %s already exists. Use another table=NAME, or mode=append or mode=replace."
              .formatted(existing.kind(), Sql.name(found)));
    }
    if (!existing.isTable()) {
      throw new IOException(
          "%s is a %s, which keeps no rows. Use another table=NAME."
              .formatted(Sql.name(found), existing.kind()));
    }
    if (existing.hasTrigger(database, mode)) {
      throw new IOException(
          "the table %s has a trigger, which may change other tables for each row. Use another table=NAME."
              .formatted(Sql.name(found)));
    }
  }

  /**
   * Makes the table ready for rows of a schema, inside the transaction of the database.
   *
   * @return takes the rows
   */
  RowWriter prepare(Database database, Schema columns) throws IOException, SQLException {
    String schemaName = schemaIn(database);
    Optional<Relation> existing = Relation.find(database, schemaName, name);
    if (existing.isEmpty()) {
      return make(database, new TableName(schemaName, name), columns);
    }
    check(database, existing.get());
    TableName table = existing.get().table();
    List<Fit> fits = ExistingColumns.read(database, table).fits(columns);
    if (mode == WriteMode.REPLACE) {
      database.execute("DELETE FROM " + table.sql());
    }
    return new RowWriter(fits, PartTable.movingTo(database, table, fits));
  }

  private static RowWriter make(Database database, TableName table, Schema columns)
      throws SQLException {
    List<String> names = WrittenNames.of(columns);
    List<Fit> fits = new ArrayList<>();
    List<String> declarations = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      Fit fit = Fit.made(names.get(index), ColumnKind.of(columns.column(index)));
      fits.add(fit);
      declarations.add(Sql.name(fit.name()) + " " + fit.declared());
    }
    database.execute(
        "CREATE TABLE %s (%s)".formatted(table.sql(), String.join(", ", declarations)));
    return new RowWriter(fits, new NewTable(database, table));
  }

  private String schemaIn(Database database) throws IOException, SQLException {
    return database
        .query(
            "SELECT schema_name FROM duckdb_schemas() WHERE database_name = "
                + Sql.text(Database.CATALOG),
            found -> found.getString(1))
        .stream()
        .filter(found -> WrittenNames.same(found, schemaName()))
        .findFirst()
        .orElseThrow(this::noSchema);
  }

  private String schemaName() {
    return schema.orElse(OWN_SCHEMA);
  }

  private IOException noSchema() {
    return new IOException(
        "the file has no schema %s. Use another schema=NAME, or none."
            .formatted(Sql.name(schemaName())));
  }
}

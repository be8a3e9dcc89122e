package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WriteMode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What stands on the server under the name of a table. Immutable.
 *
 * @param schema the schema that the table is in, or is to be made in
 * @param identity the server's number of the table; 0 where there is none
 * @param kind the server's letter for what it is; empty where there is none
 * @param inserts whether this user may add rows, or make the table where there is none
 * @param deletes whether this user may remove rows
 * @param isFiltered whether the server shows this user some rows alone, and takes no COPY
 * @param changesInserts whether something of the table's own is run for new rows
 * @param changesDeletes the same, for rows that are removed
 */
record TableStanding(
    String schema,
    long identity,
    String kind,
    boolean inserts,
    boolean deletes,
    boolean isFiltered,
    boolean changesInserts,
    boolean changesDeletes) {
  private static final String ORDINARY = "r";
  private static final String PARTITIONED = "p";

  /** Older servers have catalogues of other columns; the last of them went out of care in 2024. */
  private static final int LEAST_VERSION = 120_000;

  private static final String SCHEMA =
      "SELECT n.nspname, n.oid, has_schema_privilege(n.oid, 'CREATE'),"
          + " current_setting('transaction_read_only') = 'on',"
          + " current_setting('server_version_num')::int"
          + " FROM (VALUES (coalesce(?, current_schema()))) wanted(name)"
          + " LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.name";

  /**
   * In {@code tgtype} 4 stands for new rows and 8 for removed ones; {@code ev_type} 4 for these.
   */
  private static final String TABLE =
      "SELECT c.oid, c.relkind::text,"
          + " has_table_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'INSERT'),"
          + " has_table_privilege(c.oid, 'DELETE'), row_security_active(c.oid),"
          + " EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid"
          + "   AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 <> 0),"
          + " EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid"
          + "   AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 8 <> 0)"
          + " OR EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid"
          + "   AND r.ev_type = '4')"
          + " FROM pg_catalog.pg_class c WHERE c.relnamespace = ? AND c.relname = ?";

  /** Looks at the server. */
  static TableStanding of(Connection connection, TargetTable table)
      throws IOException, SQLException {
    try (PreparedStatement query = connection.prepareStatement(SCHEMA)) {
      query.setString(1, table.schema().orElse(null));
      try (ResultSet found = query.executeQuery()) {
        found.next();
        requireServer(found, table);
        return of(connection, table, found);
      }
    }
  }

  private static void requireServer(ResultSet found, TargetTable table)
      throws IOException, SQLException {
    if (found.getInt(5) < LEAST_VERSION) {
      throw new IOException("the server is older than PostgreSQL 12. Use a newer one.");
    }
    if (found.getBoolean(4)) {
      throw new IOException(
          "the server takes no changes, because it is a standby or set to be read alone. Name the one that does.");
    }
    if (found.getString(1) == null) {
      throw new IOException(
          table.schema().isPresent()
              ? "the database has no schema %s. Make it, or name another with schema=NAME."
                  .formatted(QuotedName.of(table.schema().get()))
              : "none of the schemas that the search path names is there. Name one with schema=NAME.");
    }
  }

  private static TableStanding of(Connection connection, TargetTable table, ResultSet schema)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TABLE)) {
      query.setLong(1, schema.getLong(2));
      query.setString(2, table.name());
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? new TableStanding(
                schema.getString(1),
                found.getLong(1),
                found.getString(2),
                found.getBoolean(3),
                found.getBoolean(4),
                found.getBoolean(5),
                found.getBoolean(6),
                found.getBoolean(7))
            : new TableStanding(
                schema.getString(1), 0, "", schema.getBoolean(3), false, false, false, false);
      }
    }
  }

  /** Whether there is a table. */
  boolean exists() {
    return !kind.isEmpty();
  }

  /**
   * Makes sure that rows can be written as the user wants it, as far as that is known without their
   * columns.
   *
   * @throws IOException when they cannot
   */
  void requireWritable(TargetTable table) throws IOException {
    String name = QuotedName.of(table.name());
    if (!exists()) {
      if (!inserts) {
        throw new IOException(
            "this user may make no table in the schema %s. Ask for the right CREATE, or name another with schema=NAME."
                .formatted(QuotedName.of(schema)));
      }
      return;
    }
    if (table.mode() == WriteMode.FAIL) {
      throw new IOException(
          "%s %s already exists. Use another table=NAME, or mode=replace or mode=append."
              .formatted(article(), name));
    }
    if (!kind.equals(ORDINARY) && !kind.equals(PARTITIONED)) {
      throw new IOException(
          "%s is %s, which keeps rows in its own way. Use another table=NAME."
              .formatted(name, article().replaceFirst("^the ", "a ")));
    }
    requireRights(table, name);
    requireRowsAsTheyAre(table, name);
  }

  private void requireRights(TargetTable table, String name) throws IOException {
    boolean isReplaced = table.mode() == WriteMode.REPLACE;
    if (!inserts || (isReplaced && !deletes)) {
      throw new IOException(
          "this user may not %s the table %s. Ask for the right %s, or use another table=NAME."
              .formatted(
                  inserts ? "remove rows of" : "add rows to", name, inserts ? "DELETE" : "INSERT"));
    }
    if (isFiltered) {
      throw new IOException(
          "the table %s shows this user some of its rows alone (row-level security), and then takes none at once. Use another table=NAME."
              .formatted(name));
    }
  }

  private void requireRowsAsTheyAre(TargetTable table, String name) throws IOException {
    if (changesInserts) {
      throw new IOException(
          "the table %s has a trigger for new rows, which may change or drop them. Use another table=NAME."
              .formatted(name));
    }
    if (table.mode() == WriteMode.REPLACE && changesDeletes) {
      throw new IOException(
          "the table %s has a trigger or a rule for rows that are removed, which may keep them. Use another table=NAME."
              .formatted(name));
    }
  }

  private String article() {
    return switch (kind) {
      case ORDINARY, PARTITIONED -> "the table";
      case "v" -> "the view";
      case "m" -> "the materialized view";
      case "f" -> "the foreign table";
      case "S" -> "the sequence";
      case "i", "I" -> "the index";
      default -> "the type";
    };
  }

  /** Tables that were made to inherit from this one keep their rows; partitions are its own. */
  String deletion(String quotedTable) {
    return (kind.equals(PARTITIONED) ? "DELETE FROM " : "DELETE FROM ONLY ") + quotedTable;
  }
}

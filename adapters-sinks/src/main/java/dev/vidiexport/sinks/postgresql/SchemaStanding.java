package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The schema that a table is in, or is to be made in. Immutable.
 *
 * @param name its name
 * @param identity the server's number of it
 * @param takesTables whether this user may make tables in it
 */
record SchemaStanding(String name, long identity, boolean takesTables) {
  private static final String SCHEMA =
      "SELECT n.nspname, n.oid, has_schema_privilege(n.oid, 'CREATE'),"
          + " has_schema_privilege(n.oid, 'USAGE'),"
          + " n.oid = pg_my_temp_schema() OR pg_is_other_temp_schema(n.oid)"
          + " FROM pg_namespace n WHERE n.nspname = ?";

  /**
   * Looks for the schema.
   *
   * @param wanted its name; empty where the search path names none that is there
   * @param use what its table is for
   * @throws IOException when it is not there, or of no use
   */
  static SchemaStanding find(Connection connection, Optional<String> wanted, TableUse use)
      throws IOException, SQLException {
    if (wanted.isEmpty()) {
      throw new IOException(
          "none of the schemas that the search path names is there. %s"
              .formatted(
                  use == TableUse.EXPORT
                      ? "Name one with schema=NAME."
                      : "Give the export a schema."));
    }
    String quoted = QuotedName.of(wanted.get());
    try (PreparedStatement query = connection.prepareStatement(SCHEMA)) {
      query.setString(1, wanted.get());
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          throw new IOException(
              "the database has no schema %s. Make it, or %s."
                  .formatted(quoted, use.otherSchema()));
        }
        if (!found.getBoolean(4)) {
          throw new IOException(
              "this user may not use the schema %s. Ask for the right USAGE, or %s."
                  .formatted(quoted, use.otherSchema()));
        }
        if (found.getBoolean(5)) {
          throw new IOException(
              "the schema %s is a temporary one, whose tables end with the connection. %s"
                  .formatted(quoted, use.otherSchemaSentence()));
        }
        return new SchemaStanding(found.getString(1), found.getLong(2), found.getBoolean(3));
      }
    }
  }

  /** A table of it as statements name it. */
  String quoted(String table) {
    return QuotedName.of(name) + "." + QuotedName.of(table);
  }

  /** Makes sure that a table can be made here. */
  void requireTakesTables(TableUse use) throws IOException {
    if (!takesTables) {
      throw new IOException(
          "this user may make no table in the schema %s. Ask for the right CREATE, or %s."
              .formatted(QuotedName.of(name), use.otherSchema()));
    }
  }
}

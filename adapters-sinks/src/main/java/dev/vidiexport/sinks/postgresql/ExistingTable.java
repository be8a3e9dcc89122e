package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WriteMode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands under the name of a table. Immutable.
 *
 * @param identity the server's number of it
 * @param kind what it is
 * @param obstacles what stands against writing to it, in any mode
 */
record ExistingTable(long identity, TableKind kind, List<TableObstacle> obstacles) {
  private static final String TABLE =
      "SELECT c.oid, c.relkind::text, "
          + Stream.of(TableObstacle.values())
              .map(TableObstacle::condition)
              .collect(Collectors.joining(", "))
          + " FROM pg_class c, LATERAL (SELECT c.oid || ARRAY(SELECT p.relid::oid"
          + "   FROM pg_partition_tree(c.oid) p) AS parts) tree"
          + " WHERE c.relnamespace = ? AND c.relname = ?";

  /**
   * A table would have a type of its own of that name. That of a table is none of these: the table
   * is found, or was made since it was looked for.
   */
  private static final String TYPE =
      "SELECT t.oid FROM pg_type t WHERE t.typnamespace = ? AND t.typname = ?"
          + " AND t.typcategory <> 'A' AND t.typrelid = 0";

  ExistingTable {
    obstacles = List.copyOf(obstacles);
  }

  /** Looks for one. */
  static Optional<ExistingTable> find(Connection connection, SchemaStanding schema, String name)
      throws SQLException {
    Optional<ExistingTable> table = find(connection, TABLE, schema, name);
    return table.isPresent() ? table : find(connection, TYPE, schema, name);
  }

  private static Optional<ExistingTable> find(
      Connection connection, String sql, SchemaStanding schema, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, schema.identity());
      query.setString(2, name);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          return Optional.empty();
        }
        return Optional.of(
            sql.equals(TYPE)
                ? new ExistingTable(found.getLong(1), TableKind.TYPE, List.of())
                : new ExistingTable(
                    found.getLong(1), TableKind.ofLetter(found.getString(2)), obstacles(found)));
      }
    }
  }

  private static List<TableObstacle> obstacles(ResultSet found) throws SQLException {
    List<TableObstacle> obstacles = new ArrayList<>();
    int place = 3;
    for (TableObstacle obstacle : TableObstacle.values()) {
      if (found.getBoolean(place++)) {
        obstacles.add(obstacle);
      }
    }
    return obstacles;
  }

  /**
   * Makes sure that rows can be written as the user wants it, as far as that is known without their
   * columns.
   *
   * @throws IOException when they cannot
   */
  void requireWritable(String name, WriteMode mode, TableUse use) throws IOException {
    String quoted = QuotedName.of(name);
    if (mode == WriteMode.FAIL) {
      throw new IOException(
          "%s %s already exists. Use another table=NAME%s."
              .formatted(
                  kind.definiteWords(),
                  quoted,
                  kind.isTable() ? ", or mode=append or mode=replace" : ""));
    }
    if (!kind.isTable()) {
      throw new IOException(
          "%s is %s, which keeps rows in its own way, or none. %s"
              .formatted(
                  quoted,
                  kind.words(),
                  use == TableUse.HISTORY
                      ? "Drop it, or give it another name."
                      : use.otherTableSentence()));
    }
    for (TableObstacle obstacle : obstacles) {
      if (obstacle.concerns(mode, use)) {
        throw new IOException(obstacle.sentence(quoted, use));
      }
    }
  }
}

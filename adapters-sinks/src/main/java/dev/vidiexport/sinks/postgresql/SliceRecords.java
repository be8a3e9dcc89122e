package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of a schema that tells what is committed of the slices of its other tables, and of
 * which ledger they are. Its name and its columns are a promise to users. Immutable.
 *
 * @param schema the schema
 */
record SliceRecords(SchemaStanding schema) {
  /** Names and types as the server tells them, in order. */
  private static final Map<String, String> COLUMNS = columns();

  private static final String RIGHTS =
      "SELECT has_table_privilege(c, 'SELECT') AND has_table_privilege(c, 'UPDATE')"
          + " FROM CAST(? AS oid) c";

  /** Several runs may make the table at once, and all but one of them fail in one of these ways. */
  private static final Set<String> MADE_MEANWHILE = Set.of("23505", "42P07", "42710");

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("table", "text");
    columns.put("slice", "text");
    columns.put("ledger", "text");
    columns.put("revision", "bigint");
    columns.put("rows", "bigint");
    columns.put("fingerprint", "text");
    return columns;
  }

  /**
   * To whom the slices of a table belong.
   *
   * @param ours whether some are of the ledger asked for
   * @param others whether some are of another one
   */
  record Ownership(boolean ours, boolean others) {}

  private String quoted() {
    return schema.quoted(SliceNames.RECORDS);
  }

  /** Whether it is there. */
  boolean areThere(ServerConnection connection) throws SQLException {
    return ExistingTable.find(connection.sql(), schema, SliceNames.RECORDS).isPresent();
  }

  /**
   * Makes sure that it can be written to.
   *
   * @return whether it is there; where not, it could be made
   */
  boolean areReady(ServerConnection connection) throws IOException, SQLException {
    Optional<ExistingTable> existing =
        ExistingTable.find(connection.sql(), schema, SliceNames.RECORDS);
    if (existing.isEmpty()) {
      schema.requireTakesTables(TableUse.RECORDS);
      return false;
    }
    existing.get().requireWritable(SliceNames.RECORDS, WriteMode.APPEND, TableUse.RECORDS);
    long identity = existing.get().identity();
    Map<String, String> found =
        ExistingColumns.read(connection.sql(), identity).columns().values().stream()
            .collect(Collectors.toMap(column -> column.name(), column -> column.type().declared()));
    if (!found.equals(COLUMNS)) {
      throw new IOException(
          "the table %s is there already, and is not what tells what is known of a history. %s"
              .formatted(QuotedName.of(SliceNames.RECORDS), TableUse.RECORDS.otherTableSentence()));
    }
    requireRights(connection.sql(), identity);
    return true;
  }

  private static void requireRights(Connection connection, long identity)
      throws IOException, SQLException {
    try (PreparedStatement query = connection.prepareStatement(RIGHTS)) {
      query.setLong(1, identity);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        if (!found.getBoolean(1)) {
          throw new IOException(
              "this user may not read and change the table %s. Ask for the rights SELECT, INSERT and UPDATE, or %s."
                  .formatted(QuotedName.of(SliceNames.RECORDS), TableUse.RECORDS.otherTable()));
        }
      }
    }
  }

  /** Makes it where it is not there, and ends the transaction if it does. */
  void require(ServerConnection connection) throws IOException, SQLException {
    if (areReady(connection)) {
      return;
    }
    try {
      connection.execute(
          ("CREATE TABLE %s (\"table\" text NOT NULL, slice text COLLATE \"C\" NOT"
                  + " NULL, ledger text NOT NULL, revision bigint NOT NULL, rows bigint NOT NULL,"
                  + " fingerprint text NOT NULL, PRIMARY KEY (\"table\", slice))")
              .formatted(quoted()));
      // A look at whose a table is must not grow with its slices.
      connection.execute("CREATE INDEX ON %s (\"table\", ledger)".formatted(quoted()));
      connection.sql().commit();
    } catch (SQLException failure) {
      if (!MADE_MEANWHILE.contains(String.valueOf(failure.getSQLState()))) {
        throw failure;
      }
      // So it is there now, which is looked at.
    }
    connection.beginAgain();
    if (!areReady(connection)) {
      throw new IOException(
          "the table %s has just been removed. Run it again."
              .formatted(QuotedName.of(SliceNames.RECORDS)));
    }
  }

  /**
   * To whom the slices of a table belong; it must be there. Of the ledgers only the first and the
   * last are asked for, which the index tells at once.
   */
  Ownership ownership(ServerConnection connection, String table, String ledger)
      throws SQLException {
    try (PreparedStatement query =
        connection
            .sql()
            .prepareStatement(
                "SELECT min(r.ledger), max(r.ledger) FROM %s r WHERE r.\"table\" = ?"
                    .formatted(quoted()))) {
      query.setString(1, table);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        List<String> ledgers =
            Stream.of(
                    Optional.ofNullable(found.getString(1)),
                    Optional.ofNullable(found.getString(2)))
                .flatMap(Optional::stream)
                .toList();
        return new Ownership(
            ledgers.contains(ledger), ledgers.stream().anyMatch(other -> !other.equals(ledger)));
      }
    }
  }

  /**
   * Keeps what is known of a slice, in a transaction that has {@linkplain RowFence#enter entered}
   * the fence of its table.
   *
   * @return whether it could be; not where the slice is of another ledger
   */
  boolean keep(ServerConnection connection, String table, String ledger, CommittedSlice slice)
      throws SQLException {
    try (PreparedStatement update =
        connection
            .sql()
            .prepareStatement(
                ("INSERT INTO %s AS r (\"table\", slice, ledger, revision, rows, fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (\"table\", slice) DO UPDATE SET"
                        + " revision = EXCLUDED.revision, rows = EXCLUDED.rows,"
                        + " fingerprint = EXCLUDED.fingerprint WHERE r.ledger = EXCLUDED.ledger")
                    .formatted(quoted()))) {
      update.setString(1, table);
      update.setString(2, slice.slice().id());
      update.setString(3, ledger);
      update.setLong(4, slice.revision());
      update.setLong(5, slice.rows());
      update.setString(6, slice.fingerprint());
      return update.executeUpdate() == 1;
    }
  }

  /** Keeps it from being removed or changed until the transaction ends. */
  void lockForReading(ServerConnection connection) throws SQLException {
    connection.execute("LOCK TABLE %s IN ACCESS SHARE MODE".formatted(quoted()));
  }

  /** What is committed of a slice for a ledger. */
  Optional<CommittedSlice> find(
      ServerConnection connection, String table, String ledger, Slice slice)
      throws IOException, SQLException {
    try (PreparedStatement query =
        connection
            .sql()
            .prepareStatement(
                ("SELECT r.revision, r.rows, r.fingerprint FROM %s r"
                        + " WHERE r.\"table\" = ? AND r.slice = ? AND r.ledger = ?")
                    .formatted(quoted()))) {
      query.setString(1, table);
      query.setString(2, slice.id());
      query.setString(3, ledger);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(committed(slice, found)) : Optional.empty();
      }
    }
  }

  private CommittedSlice committed(Slice slice, ResultSet found) throws IOException, SQLException {
    long revision = found.getLong(1);
    long rows = found.getLong(2);
    if (revision < 1 || rows < 0) {
      throw new IOException(
          "the table %s says of the slice %s what cannot be: revision %s, %s rows. Look who has changed it."
              .formatted(QuotedName.of(SliceNames.RECORDS), slice.id(), revision, rows));
    }
    return new CommittedSlice(slice, revision, rows, found.getString(3));
  }
}

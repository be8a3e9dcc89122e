package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says of its slices: a row for each that was ever committed, with the ledger that it
 * belongs to. Immutable.
 *
 * @param content of the file
 */
record SliceRecords(SchemaContent content) {
  /** The table that says so. */
  static final String TABLE = "_vidiexport_slices";

  private static final String INDEX = "_vidiexport_ledgers_of_tables";

  /** SQLite takes names of tables for one that differ in case alone, and so does the key. */
  private static final String COLUMNS =
      "\"table\" TEXT NOT NULL COLLATE NOCASE, slice TEXT NOT NULL, ledger TEXT NOT NULL,"
          + " revision INTEGER NOT NULL, rows INTEGER NOT NULL, fingerprint TEXT NOT NULL,"
          + " PRIMARY KEY (\"table\", slice)";

  private String its() {
    return content.quoted(TABLE) + " AS its";
  }

  boolean areThere() throws SQLException {
    return content.kind(TABLE).isPresent();
  }

  void make() throws SQLException {
    if (!areThere()) {
      content.change("CREATE TABLE %s (%s)".formatted(content.quoted(TABLE), COLUMNS));
      // A look at whose a table is must not grow with its slices.
      content.change(
          "CREATE INDEX %s ON %s (%s, ledger)"
              .formatted(
                  content.quoted(content.freeName(INDEX)),
                  QuotedName.of(TABLE),
                  QuotedName.of("table")));
    }
  }

  /**
   * The ledgers that a table belongs to: one, unless it is no history's, or others wrote here. Of
   * more than two the first and the last, each of which the index tells at once.
   */
  Set<String> ledgers(String table) throws SQLException {
    Set<String> ledgers = new HashSet<>();
    if (areThere()) {
      try (PreparedStatement query =
          content
              .connection()
              .prepareStatement(
                  ("SELECT min(its.ledger) FROM %1$s WHERE its.\"table\" = ?1"
                          + " UNION ALL SELECT max(its.ledger) FROM %1$s WHERE its.\"table\" = ?1")
                      .formatted(its()))) {
        query.setString(1, table);
        try (ResultSet found = query.executeQuery()) {
          while (found.next()) {
            Optional.ofNullable(found.getString(1)).ifPresent(ledgers::add);
          }
        }
      }
    }
    return ledgers;
  }

  /** What is committed of a slice of a ledger. */
  Optional<CommittedSlice> find(String ledger, String table, Slice slice) throws SQLException {
    if (!areThere()) {
      return Optional.empty();
    }
    try (PreparedStatement query =
        content
            .connection()
            .prepareStatement(
                ("SELECT its.revision, its.rows, its.fingerprint FROM %s"
                        + " WHERE its.\"table\" = ? AND its.slice = ? AND its.ledger = ?")
                    .formatted(its()))) {
      query.setString(1, table);
      query.setString(2, slice.id());
      query.setString(3, ledger);
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? Optional.of(
                new CommittedSlice(slice, found.getLong(1), found.getLong(2), found.getString(3)))
            : Optional.empty();
      }
    }
  }

  /** Notes a slice, in place of what was noted of it. */
  void put(String ledger, String table, CommittedSlice slice) throws SQLException {
    make();
    try (PreparedStatement change =
        content
            .connection()
            .prepareStatement(
                ("INSERT OR REPLACE INTO %s (%s, slice, ledger, revision, rows, fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                    .formatted(content.quoted(TABLE), QuotedName.of("table")))) {
      change.setString(1, table);
      change.setString(2, slice.slice().id());
      change.setString(3, ledger);
      change.setLong(4, slice.revision());
      change.setLong(5, slice.rows());
      change.setString(6, slice.fingerprint());
      change.executeUpdate();
    }
  }
}

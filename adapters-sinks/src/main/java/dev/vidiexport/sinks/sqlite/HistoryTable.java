package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.RowsRefusedException;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that keeps slices, in a file that is open in a transaction. Immutable.
 *
 * @param content of the file
 * @param name the table's name
 */
record HistoryTable(SchemaContent content, String name) {
  /** What the user can do where a table is somebody else's. */
  static final String ANOTHER = "Give the export another table.";

  /** The same where the history's own does not take rows; it has some there, so it keeps to it. */
  static final String UNDOING =
      "Drop what others have added to the table that refuses it, such as an index, and run it again.";

  private static final String INDEX = "_vidiexport_slice_of_";

  boolean isThere() throws SQLException {
    return content.kind(name).filter("table"::equals).isPresent();
  }

  /**
   * Refuses a file that is a ledger, and a table that is not this history's.
   *
   * @param ledger the history's; empty where it has none yet
   */
  void requireOurs(Optional<String> ledger) throws IOException, SQLException {
    content.requireNoLedger();
    Optional<String> kind = content.kind(name);
    Set<String> ledgers = new SliceRecords(content).ledgers(name);
    if (kind.isPresent() && (ledgers.isEmpty() || !kind.get().equals("table"))) {
      throw new IOException(
          "the %s %s is there already, and is no table of a history. %s If it is this history's, whose records in _vidiexport_slices are gone, drop it."
              .formatted(kind.get(), quotedName(), ANOTHER));
    }
    if (!ledgers.isEmpty() && !ledgers.equals(ledger.map(Set::of).orElse(Set.of()))) {
      throw new IOException(
          "the table %s belongs to another history, whose ledger is not this one. Give the export another table, or use that ledger."
              .formatted(quotedName()));
    }
  }

  /** Refuses a table of which others have made one that does more than to keep rows. */
  void refuseSideEffects() throws IOException, SQLException {
    if (isThere()
        && (content.hasProgram("INSERT OR ABORT INTO %s DEFAULT VALUES", name)
            || content.hasProgram("DELETE FROM %s", name))) {
      throw hasSideEffects();
    }
  }

  private IOException hasSideEffects() {
    return new IOException(
        "the table %s has a trigger, which may change or drop rows, or rows of other tables refer to its own. Drop the trigger, or the foreign key, and run it again."
            .formatted(quotedName()));
  }

  /**
   * Gives the table the columns that it lacks, and wider types to those that need them; makes the
   * table where it is missing.
   *
   * @param columns all columns of the history, in the order of their numbers
   */
  void prepare(List<WrittenColumn> columns) throws IOException, SQLException {
    if (!isThere()) {
      requireRoom(columns.size());
      make(columns);
      return;
    }
    refuseSideEffects();
    Map<String, String> types = content.declaredTypes(name);
    List<WrittenColumn> missing =
        columns.stream().filter(column -> !types.containsKey(column.folded())).toList();
    requireRoom(types.size() - 1 + missing.size());
    for (WrittenColumn column : columns) {
      String declared = types.get(column.folded());
      if (declared == null) {
        add(column.quoted(), column.declaration());
      } else if (!declared.equalsIgnoreCase(column.declaration())) {
        widen(column, declared);
      }
    }
  }

  private void requireRoom(int columns) throws IOException {
    requireRoom(name, columns);
  }

  /**
   * Refuses more columns than a table can have.
   *
   * @param columns beside the one that tells the slice
   */
  static void requireRoom(String name, int columns) throws RowsRefusedException {
    if (columns >= TargetTable.MOST_COLUMNS) {
      throw new RowsRefusedException(
          "a table of SQLite has at most %s columns, and %s would have %s"
              .formatted(TargetTable.MOST_COLUMNS, QuotedName.of(name), columns + 1));
    }
  }

  private void make(List<WrittenColumn> columns) throws SQLException {
    String declarations =
        Stream.concat(
                Stream.of(WrittenColumn.SLICE + " TEXT NOT NULL"),
                columns.stream().map(column -> column.quoted() + " " + column.declaration()))
            .collect(Collectors.joining(", "));
    content.change("CREATE TABLE %s (%s)".formatted(quoted(), declarations));
    // Whoever gives a table another name leaves its index with the old one.
    String index = content.quoted(content.freeName(INDEX + name));
    content.change(
        "CREATE INDEX %s ON %s (%s)".formatted(index, quotedName(), WrittenColumn.SLICE));
  }

  private void add(String column, String declaration) throws SQLException {
    content.change("ALTER TABLE %s ADD COLUMN %s %s".formatted(quoted(), column, declaration));
  }

  /** SQLite changes no type of a column; so another column takes its place, behind the others. */
  private void widen(WrittenColumn column, String declared) throws IOException, SQLException {
    String old = quotedName() + "." + column.quoted();
    String values =
        ValueConversion.of(declared, column.column().column().type(), old)
            .orElseThrow(
                () ->
                    new IOException(
                        "the column %s of the table %s is %s, and cannot become one of %s values. Give it another name, and run it again."
                            .formatted(
                                column.quoted(),
                                quotedName(),
                                declared.isEmpty() ? "of no type" : declared,
                                column.column().column().type().label())));
    String wider = QuotedName.of(WrittenColumn.SLICE + "_wider");
    if (content.hasProgram("UPDATE %s SET " + column.quoted() + " = NULL", name)) {
      throw hasSideEffects();
    }
    try {
      add(wider, column.declaration());
      content.change("UPDATE %s SET %s = %s".formatted(quoted(), wider, values));
      content.change("ALTER TABLE %s DROP COLUMN %s".formatted(quoted(), column.quoted()));
      content.change(
          "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(quoted(), wider, column.quoted()));
    } catch (SQLException failure) {
      if (SqliteFailures.isOfSchema(failure)) {
        throw new IOException(
            "the column %s of the table %s is to hold %s values, and something that others made in the database uses it, such as an index or a view. Drop that, and run it again."
                .formatted(column.quoted(), quotedName(), column.column().column().type().label()),
            failure);
      }
      throw failure;
    }
  }

  /** Removes the rows of a slice. */
  void clear(String slice) throws SQLException {
    try (PreparedStatement change =
        content
            .connection()
            .prepareStatement(
                "DELETE FROM %s WHERE %s = ?".formatted(quoted(), WrittenColumn.SLICE))) {
      change.setString(1, slice);
      change.executeUpdate();
    }
  }

  /** How many rows of a slice there are. */
  long count(String slice) throws SQLException {
    try (PreparedStatement query =
        content
            .connection()
            .prepareStatement(
                "SELECT count(*) FROM %s WHERE %s = ?".formatted(quoted(), WrittenColumn.SLICE))) {
      query.setString(1, slice);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? found.getLong(1) : 0;
      }
    }
  }

  /** The table's name in SQL, with the file's. */
  String quoted() {
    return content.quoted(name);
  }

  /** The table's name in SQL and in messages. */
  String quotedName() {
    return QuotedName.of(name);
  }
}

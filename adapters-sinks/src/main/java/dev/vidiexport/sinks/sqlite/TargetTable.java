package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.TableOptions;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.sinks.database.WrittenNames;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table that takes the rows. Immutable.
 *
 * @param name its name
 * @param mode what happens when it exists
 */
record TargetTable(String name, WriteMode mode) {
  /** SQLite's own bound, as the driver is built. */
  private static final int MOST_COLUMNS = 2000;

  /** By this number, in the head of the file, the ledgers of this program are known. */
  private static final int LEDGER = 0x76696478;

  private static final WrittenNames NAMES = new WrittenNames(FoldedName::of, Set.of());

  private static final String ANOTHER = " Use another table=NAME.";

  /** What is wrong with a name, as a sentence. */
  static Optional<String> problemWithName(String name) {
    if (FoldedName.of(name).startsWith("sqlite_")) {
      return Optional.of(
          "The option table must not begin with sqlite_, because such names belong to SQLite.");
    }
    return TableOptions.problemWithName("table", name);
  }

  /** Refuses what can be known before the columns are. Changes nothing. */
  void check(Connection connection) throws IOException, SQLException {
    requireNoLedger(connection);
    Optional<String> kind = kind(connection);
    if (kind.isEmpty()) {
      return;
    }
    boolean isTable = kind.get().equals("table");
    if (mode == WriteMode.FAIL || kind.get().equals("index")) {
      throw new IOException(
          "the %s %s already exists. Use another table=NAME%s."
              .formatted(
                  kind.get(),
                  QuotedName.of(name),
                  isTable ? ", or mode=append or mode=replace" : ""));
    }
    if (!isTable) {
      throw new IOException(
          "%s is a %s, which keeps rows in its own way.%s"
              .formatted(QuotedName.of(name), kind.get(), ANOTHER));
    }
    refuseSideEffects(connection);
  }

  private static void requireNoLedger(Connection connection) throws IOException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA application_id")) {
      if (found.getInt(1) == LEDGER) {
        throw new IOException("it is the ledger of a history");
      }
    }
  }

  private void refuseSideEffects(Connection connection) throws IOException, SQLException {
    if (hasProgram(connection, "INSERT OR ABORT INTO %s DEFAULT VALUES")) {
      throw new IOException(
          "the table %s has a trigger for new rows, which may change or drop them.%s"
              .formatted(QuotedName.of(name), ANOTHER));
    }
    if (mode == WriteMode.REPLACE && hasProgram(connection, "DELETE FROM %s")) {
      throw new IOException(
          ("the table %s cannot be emptied by itself: it has a trigger for that, or rows of other"
                  + " tables would change, which refer to its own.%s")
              .formatted(QuotedName.of(name), ANOTHER));
    }
  }

  /**
   * Whether a change of the table brings others. SQLite's plan for it tells: triggers, and what
   * foreign keys do to other tables, are programs within it, and nothing else is.
   */
  private boolean hasProgram(Connection connection, String change) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery("EXPLAIN " + change.formatted(QuotedName.of(name)))) {
      while (plan.next()) {
        if (plan.getString("opcode").equals("Program")) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Makes the table ready for rows of a schema, inside the transaction of the connection.
   *
   * @return tells of each column whether the table keeps its values
   */
  List<Fit> prepare(Connection connection, Schema schema) throws IOException, SQLException {
    if (schema.size() > MOST_COLUMNS) {
      throw new IOException(
          "a table of SQLite has at most %s columns, and the export has %s"
              .formatted(MOST_COLUMNS, schema.size()));
    }
    check(connection);
    List<String> names = NAMES.of(schema);
    if (kind(connection).isEmpty()) {
      return make(connection, schema, names);
    }
    List<Fit> fits = ExistingColumns.read(connection, name).fits(schema, names);
    if (mode == WriteMode.REPLACE) {
      execute(connection, "DELETE FROM " + QuotedName.of(name));
    }
    return fits;
  }

  private List<Fit> make(Connection connection, Schema schema, List<String> names)
      throws SQLException {
    List<Fit> fits = new ArrayList<>();
    List<String> declarations = new ArrayList<>();
    for (Column column : schema.columns()) {
      String declared = Affinity.declaration(column.type());
      String written = names.get(fits.size());
      declarations.add(QuotedName.of(written) + " " + declared);
      fits.add(new Fit(written, declared, true, true));
    }
    execute(
        connection,
        "CREATE TABLE %s (%s)".formatted(QuotedName.of(name), String.join(", ", declarations)));
    return fits;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What goes by the name already: a table, a virtual table, a view, an index. */
  private Optional<String> kind(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT iif(type IN ('virtual', 'shadow'), type || ' table', type)"
                + " FROM pragma_table_list(?1) WHERE schema = 'main'"
                + " UNION ALL SELECT 'index' FROM main.sqlite_schema"
                + " WHERE type = 'index' AND name = ?1 COLLATE NOCASE")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }
}

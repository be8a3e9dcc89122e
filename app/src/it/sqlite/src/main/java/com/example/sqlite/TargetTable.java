package com.example.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table that takes the rows. Immutable.
 *
 * @param name its name
 * @param mode what happens when it exists
 */
record TargetTable(String name, Mode mode) {
  /** SQLite's own bound, as the driver is built. */
  private static final int MOST_COLUMNS = 2000;

  static TargetTable of(String name, Mode mode) throws IOException {
    if (name.isBlank() || name.indexOf('\0') >= 0) {
      throw new IOException("the option table must be a name. Give --sink-option table=NAME.");
    }
    if (WrittenNames.folded(name).startsWith("sqlite_")) {
      throw new IOException(
          "names that begin with sqlite_ belong to SQLite. Use another --sink-option table=NAME.");
    }
    return new TargetTable(name, mode);
  }

  /** Refuses what can be known before the columns are. Changes nothing. */
  void check(Connection connection) throws IOException, SQLException {
    Optional<String> kind = kind(connection);
    if (kind.isEmpty()) {
      return;
    }
    if (mode == Mode.FAIL) {
      throw new IOException(
          "the %s %s already exists. Use another --sink-option table=NAME, or mode=replace or mode=append."
              .formatted(kind.get(), Identifier.quoted(name)));
    }
    if (!kind.get().equals("table")) {
      throw new IOException(
          "%s is a %s, which keeps rows in its own way. Use another --sink-option table=NAME."
              .formatted(Identifier.quoted(name), kind.get()));
    }
    if (mode == Mode.APPEND && hasTriggers(connection)) {
      throw new IOException(
          "the table %s has a trigger for new rows, which may change or drop them. Use another --sink-option table=NAME, or mode=replace, which drops the trigger."
              .formatted(Identifier.quoted(name)));
    }
  }

  /** SQLite's plan for a new row tells it: triggers, and they alone, are programs within it. */
  private boolean hasTriggers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "EXPLAIN INSERT INTO %s DEFAULT VALUES".formatted(Identifier.quoted(name)))) {
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
          "a table of SQLite has at most %s columns, and the export has %s. Choose another --format."
              .formatted(MOST_COLUMNS, schema.size()));
    }
    check(connection);
    boolean exists = kind(connection).isPresent();
    List<String> names = WrittenNames.of(schema);
    if (exists && mode == Mode.APPEND) {
      return ExistingColumns.read(connection, name).fits(this, schema, names);
    }
    List<Fit> fits = new ArrayList<>();
    List<String> declarations = new ArrayList<>();
    for (Column column : schema.columns()) {
      String declared = Affinity.declaration(column.type());
      String written = names.get(fits.size());
      declarations.add(Identifier.quoted(written) + " " + declared);
      fits.add(new Fit(written, declared, true, true));
    }
    try (Statement statement = connection.createStatement()) {
      if (exists) {
        statement.executeUpdate("DROP TABLE " + Identifier.quoted(name));
      }
      statement.executeUpdate(
          "CREATE TABLE %s (%s)"
              .formatted(Identifier.quoted(name), String.join(", ", declarations)));
    }
    return fits;
  }

  /** What goes by the name already: a table, a virtual table, a view. */
  private Optional<String> kind(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT iif(type IN ('virtual', 'shadow'), type || ' table', type)"
                + " FROM pragma_table_list(?) WHERE schema = 'main'")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }
}

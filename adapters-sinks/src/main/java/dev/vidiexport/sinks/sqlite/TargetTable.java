package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.TableOptions;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.sinks.database.WrittenNames;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
  static final int MOST_COLUMNS = 2000;

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
    SchemaContent content = content(connection);
    content.requireNoLedger();
    Optional<String> kind = content.kind(name);
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
    refuseSideEffects(content);
  }

  private static SchemaContent content(Connection connection) {
    return new SchemaContent(connection, SqliteTransaction.MAIN);
  }

  private void refuseSideEffects(SchemaContent content) throws IOException, SQLException {
    if (content.hasProgram("INSERT OR ABORT INTO %s DEFAULT VALUES", name)) {
      throw new IOException(
          "the table %s has a trigger for new rows, which may change or drop them.%s"
              .formatted(QuotedName.of(name), ANOTHER));
    }
    if (mode == WriteMode.REPLACE && content.hasProgram("DELETE FROM %s", name)) {
      throw new IOException(
          ("the table %s cannot be emptied by itself: it has a trigger for that, or rows of other"
                  + " tables would change, which refer to its own.%s")
              .formatted(QuotedName.of(name), ANOTHER));
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
    if (content(connection).kind(name).isEmpty()) {
      return make(connection, schema, names);
    }
    List<Fit> fits = ExistingColumns.read(connection, name).fits(schema, names);
    if (mode == WriteMode.REPLACE) {
      content(connection).change("DELETE FROM " + QuotedName.of(name));
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
    content(connection)
        .change(
            "CREATE TABLE %s (%s)".formatted(QuotedName.of(name), String.join(", ", declarations)));
    return fits;
  }
}

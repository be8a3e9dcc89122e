package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.TableOptions;
import dev.vidiexport.sinks.database.WriteMode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table that takes the rows. Immutable.
 *
 * @param schema the schema that it is in; empty for the first of the search path that is there
 * @param name its name
 * @param mode what happens when it exists
 */
record TargetTable(Optional<String> schema, String name, WriteMode mode) {
  /**
   * A table as the user named it.
   *
   * @throws InvalidTargetException when a name is none
   */
  static TargetTable of(Optional<String> schema, String name, WriteMode mode)
      throws InvalidTargetException {
    if (schema.isPresent()) {
      requireName("schema", schema.get());
    }
    requireName("table", name);
    return new TargetTable(schema, name, mode);
  }

  private static void requireName(String option, String name) throws InvalidTargetException {
    Optional<String> problem = TableOptions.problemWithName(option, name);
    if (problem.isPresent()) {
      throw new InvalidTargetException(problem.get());
    }
    if (ServerNames.isTooLong(name)) {
      throw new InvalidTargetException(
          "The option %s must be a name of up to %s bytes, which is all that PostgreSQL keeps."
              .formatted(option, ServerNames.LONGEST_BYTES));
    }
  }

  /** Refuses what can be known before the columns are. Changes nothing. */
  void check(ServerConnection connection) throws IOException, SQLException {
    lookUp(connection, schema(connection));
  }

  private SchemaStanding schema(ServerConnection connection) throws IOException, SQLException {
    return SchemaStanding.find(
        connection.sql(), schema.or(connection.session()::currentSchema), TableUse.EXPORT);
  }

  private Optional<ExistingTable> lookUp(ServerConnection connection, SchemaStanding schema)
      throws IOException, SQLException {
    Optional<ExistingTable> existing = ExistingTable.find(connection.sql(), schema, name);
    if (existing.isPresent()) {
      existing.get().requireWritable(name, mode, TableUse.EXPORT);
    } else {
      schema.requireTakesTables(TableUse.EXPORT);
    }
    return existing;
  }

  /**
   * Makes the table ready for rows with some columns, inside the transaction of the connection.
   *
   * @return where they go
   */
  RowTarget prepare(ServerConnection connection, Schema rows) throws IOException, SQLException {
    List<String> names = ServerNames.ofColumns(rows, TableUse.EXPORT);
    SchemaStanding standing = schema(connection);
    String quoted = standing.quoted(name);
    Optional<ExistingTable> existing = lookUp(connection, standing);
    List<ColumnFit> fits =
        existing.isPresent()
            ? ready(connection, standing, existing.get(), rows, names)
            : made(connection, quoted, rows, names);
    ServerSession.takeUsersNames(connection.sql());
    return new RowTarget(quoted, fits);
  }

  /** What was found may be another when nobody else can change it any more. */
  private List<ColumnFit> ready(
      ServerConnection connection,
      SchemaStanding standing,
      ExistingTable found,
      Schema rows,
      List<String> names)
      throws IOException, SQLException {
    String quoted = standing.quoted(name);
    connection.execute(
        found
            .kind()
            .lock(quoted, mode == WriteMode.REPLACE ? "SHARE ROW EXCLUSIVE" : "ROW EXCLUSIVE"));
    ExistingTable existing =
        lookUp(connection, standing)
            .orElseThrow(
                () ->
                    new IOException(
                        "the table %s has just been removed. Run it again."
                            .formatted(QuotedName.of(name))));
    List<ColumnFit> fits =
        ExistingColumns.read(connection.sql(), existing.identity()).fits(name, rows, names);
    if (mode == WriteMode.REPLACE) {
      connection.execute(existing.kind().deletion(quoted));
    }
    return fits;
  }

  private static List<ColumnFit> made(
      ServerConnection connection, String quoted, Schema rows, List<String> names)
      throws SQLException {
    List<ColumnFit> fits = new ArrayList<>();
    List<String> declarations = new ArrayList<>();
    for (Column column : rows.columns()) {
      String written = names.get(fits.size());
      ColumnForm form = ColumnForm.of(column);
      fits.add(ColumnFit.exact(written, form));
      declarations.add(QuotedName.of(written) + " " + form.declaration());
    }
    connection.execute("CREATE TABLE %s (%s)".formatted(quoted, String.join(", ", declarations)));
    return fits;
  }
}

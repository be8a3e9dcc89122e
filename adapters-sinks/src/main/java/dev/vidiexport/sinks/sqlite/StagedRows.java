package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.SliceColumn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a slice before they are published: in a temporary table of a connection that has no
 * file open, so that nobody is locked out meanwhile, and the file need not be there. SQLite keeps
 * the table in a file without a name, which goes with the connection or with the process. For one
 * thread at a time.
 */
final class StagedRows implements AutoCloseable {
  /** Where values of a slice's columns stand, by their places: {@code c1}, {@code c2} … */
  private static final String TABLE = "staged";

  private final Connection connection;
  private final RowInsertion insertion;
  private final List<SliceColumn> columns;

  private StagedRows(Connection connection, RowInsertion insertion, List<SliceColumn> columns) {
    this.connection = connection;
    this.insertion = insertion;
    this.columns = columns;
  }

  /** What is done to them. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException, SQLException;
  }

  static StagedRows open(List<SliceColumn> columns) throws IOException {
    NativeCode.load();
    try {
      return open(DatabaseFile.connectToNothing(), columns);
    } catch (SQLException failure) {
      throw told(failure);
    }
  }

  private static StagedRows open(Connection connection, List<SliceColumn> columns)
      throws SQLException {
    Schema schema = new Schema(columns.stream().map(SliceColumn::column).toList());
    List<Fit> fits = new ArrayList<>();
    for (Column column : schema.columns()) {
      String declared = Affinity.declaration(column.type());
      fits.add(new Fit("c" + (fits.size() + 1), declared, true, true));
    }
    try (Statement statement = connection.createStatement()) {
      // Rows of a slice may be many, and not all of them fit into memory.
      statement.execute("PRAGMA temp_store = FILE");
      statement.execute("BEGIN");
      statement.execute(
          "CREATE TEMPORARY TABLE %s (%s)"
              .formatted(
                  TABLE,
                  fits.stream()
                      .map(fit -> fit.name() + " " + fit.declared())
                      .collect(Collectors.joining(", "))));
      RowInsertion insertion =
          RowInsertion.prepare(connection, new TargetTable(TABLE, WriteMode.FAIL), fits, schema);
      return new StagedRows(connection, insertion, columns);
    } catch (SQLException | RuntimeException | Error failure) {
      closeAfter(failure, connection);
      throw failure;
    }
  }

  private static void closeAfter(Throwable failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  void write(RowBatch batch) throws IOException {
    run(() -> insertion.write(batch));
  }

  /** Ends the rows. */
  void end() throws IOException {
    insertion.requireAllKept();
    run(
        () -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("COMMIT");
          }
        });
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (SQLException failure) {
      throw told(failure);
    }
  }

  private static IOException told(SQLException failure) {
    return SqliteFailures.toldOfTemporaryFile(failure);
  }

  /**
   * Copies the rows into a table.
   *
   * @param written the table's columns, those of the rows among them
   * @return how many there were
   */
  long copy(HistoryTable table, String slice, List<WrittenColumn> written) throws SQLException {
    List<String> names = new ArrayList<>(List.of(WrittenColumn.SLICE));
    List<String> values = new ArrayList<>(List.of("?"));
    for (int place = 0; place < columns.size(); place++) {
      SliceColumn staged = columns.get(place);
      WrittenColumn into = find(written, staged.number());
      names.add(into.quoted());
      values.add(converted(staged, into, "c" + (place + 1)));
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR ABORT INTO %s (%s) SELECT %s FROM temp.%s ORDER BY rowid"
                .formatted(
                    table.quoted(), String.join(", ", names), String.join(", ", values), TABLE))) {
      insert.setString(1, slice);
      return insert.executeLargeUpdate();
    }
  }

  private static WrittenColumn find(List<WrittenColumn> written, int number) {
    return written.stream()
        .filter(column -> column.column().number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("columns must have the number " + number));
  }

  /** The history may have learnt since these rows came that the column is to be wider. */
  private static String converted(SliceColumn staged, WrittenColumn into, String value) {
    return ValueConversion.of(
            Affinity.declaration(staged.column().type()), into.column().column().type(), value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "columns must not become narrower, but did so of number " + staged.number()));
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws IOException {
    run(connection::close);
  }
}

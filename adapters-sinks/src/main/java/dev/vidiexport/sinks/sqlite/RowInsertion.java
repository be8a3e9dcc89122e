package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.ColumnMatching;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.text.TimestampWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Puts rows into a table, value by value. For one thread at a time. */
final class RowInsertion {
  private static final String ANOTHER = " Use another table=NAME.";

  private final String table;
  private final PreparedStatement insert;
  private final List<Fit> fits;
  private final TimestampWriter[] timestamps;
  private long rowsWritten;
  private long rowsKept;

  private RowInsertion(
      String table, PreparedStatement insert, List<Fit> fits, TimestampWriter[] timestamps) {
    this.table = table;
    this.insert = insert;
    this.fits = fits;
    this.timestamps = timestamps;
  }

  /** "OR ABORT" goes over what a constraint of the table says: to ignore a row, say. */
  static RowInsertion prepare(
      Connection connection, TargetTable table, List<Fit> fits, Schema schema) throws SQLException {
    String insertion =
        "INSERT OR ABORT INTO %s (%s) VALUES (%s)"
            .formatted(
                QuotedName.of(table.name()),
                fits.stream()
                    .map(fit -> QuotedName.of(fit.name()))
                    .collect(Collectors.joining(",")),
                String.join(",", Collections.nCopies(fits.size(), "?")));
    return new RowInsertion(
        table.name(),
        connection.prepareStatement(insertion),
        fits,
        TimestampWriter.forColumns(schema));
  }

  void write(RowBatch rows) throws IOException, SQLException {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < fits.size(); column++) {
        bind(rows, row, column);
      }
      insert.addBatch();
    }
    // The driver keeps values until here; a batch is bounded, so these are.
    rowsKept += LongStream.of(insert.executeLargeBatch()).sum();
    rowsWritten += rows.rows();
  }

  /**
   * Compares what SQLite has counted with what was given to it. Nothing is known that a table could
   * do to rows here, as those with triggers are refused; so this is for what is not known.
   *
   * @throws IOException when there are not as many rows more
   */
  void requireAllKept() throws IOException {
    if (rowsKept != rowsWritten) {
      throw new IOException(
          "the table %s kept %s of the %s rows given to it, so nothing was written. Use another table=NAME."
              .formatted(QuotedName.of(table), rowsKept, rowsWritten));
    }
  }

  private void bind(RowBatch rows, int row, int column) throws IOException, SQLException {
    int place = column + 1;
    if (rows.isNull(row, column)) {
      if (!fits.get(column).takesNull()) {
        throw nullMisfit(row, fits.get(column));
      }
      insert.setNull(place, Types.NULL);
      return;
    }
    Column received = rows.schema().column(column);
    Fit fit = fits.get(column);
    if (!fit.keeps()) {
      throw ColumnMatching.misfit(fit.name(), fit.declared(), received, number(row));
    }
    switch (received.type()) {
      case WHOLE -> insert.setLong(place, rows.whole(row, column));
      case DECIMAL -> insert.setDouble(place, rows.decimal(row, column));
      case BOOLEAN -> insert.setInt(place, rows.truth(row, column) ? 1 : 0);
      case TIMESTAMP ->
          insert.setString(place, timestamps[column].write(rows.timestampMicros(row, column)));
      case TEXT, NESTED -> insert.setString(place, rows.text(row, column));
    }
  }

  private IOException nullMisfit(int row, Fit fit) {
    return new IOException(
        "the table's column %s is its primary key, and would be given a number where row %s has null.%s"
            .formatted(QuotedName.of(fit.name()), number(row), ANOTHER));
  }

  private long number(int row) {
    return rowsWritten + row + 1;
  }
}

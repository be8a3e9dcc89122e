package com.example.sqlite;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows inside one transaction. Until it commits the table is as it was, also when the
 * process is killed: SQLite's journal undoes what stands in the file by then.
 */
final class SqliteSink implements Sink {
  private final DatabaseFile file;
  private final boolean madeFile;
  private final Connection connection;
  private final PreparedStatement insert;
  private final List<Fit> fits;
  private final RowCount count;
  private long rowsWritten;
  private boolean closed;

  private SqliteSink(
      DatabaseFile file,
      boolean madeFile,
      Connection connection,
      PreparedStatement insert,
      List<Fit> fits,
      RowCount count) {
    this.file = file;
    this.madeFile = madeFile;
    this.connection = connection;
    this.insert = insert;
    this.fits = fits;
    this.count = count;
  }

  static SqliteSink open(DatabaseFile file, TargetTable table, Schema schema) throws IOException {
    boolean makesFile = !file.exists();
    Connection connection = file.connect();
    try {
      List<Fit> fits = table.prepare(connection, schema);
      PreparedStatement insert = connection.prepareStatement(insertion(table, fits));
      RowCount count = RowCount.of(connection, table.name());
      return new SqliteSink(file, makesFile, connection, insert, fits, count);
    } catch (SQLException failure) {
      throw abandoned(
          Failure.of("the table could not be made", failure), connection, file, makesFile);
    } catch (IOException refusal) {
      throw abandoned(refusal, connection, file, makesFile);
    }
  }

  private static IOException abandoned(
      IOException failure, Connection connection, DatabaseFile file, boolean madeFile) {
    try {
      leave(connection, file, madeFile);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
    return failure;
  }

  /** "OR ABORT" goes over what a constraint of the table says: to ignore a row, say. */
  private static String insertion(TargetTable table, List<Fit> fits) {
    return "INSERT OR ABORT INTO %s (%s) VALUES (%s)"
        .formatted(
            Identifier.quoted(table.name()),
            fits.stream()
                .map(fit -> Identifier.quoted(fit.name()))
                .collect(Collectors.joining(",")),
            String.join(",", Collections.nCopies(fits.size(), "?")));
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    try {
      for (int row = 0; row < rows.rows(); row++) {
        for (int column = 0; column < fits.size(); column++) {
          bind(rows, row, column);
        }
        insert.addBatch();
      }
      // The driver keeps values until here; a batch is bounded, so these are.
      insert.executeBatch();
    } catch (SQLException failure) {
      throw Failure.of("the rows could not be written", failure);
    }
    rowsWritten += rows.rows();
  }

  private void bind(RowBatch rows, int row, int column) throws IOException, SQLException {
    int place = column + 1;
    if (rows.isNull(row, column)) {
      if (!fits.get(column).takesNull()) {
        throw nullMisfit(row, fits.get(column));
      }
      insert.setNull(place, java.sql.Types.NULL);
      return;
    }
    ColumnType type = rows.schema().column(column).type();
    if (!fits.get(column).keeps()) {
      throw misfit(row, fits.get(column), type);
    }
    switch (type) {
      case WHOLE -> insert.setLong(place, rows.whole(row, column));
      case DECIMAL -> insert.setDouble(place, rows.decimal(row, column));
      case BOOLEAN -> insert.setInt(place, rows.truth(row, column) ? 1 : 0);
      case TIMESTAMP -> insert.setString(place, IsoText.of(rows.timestamp(row, column)));
      case TEXT, NESTED -> insert.setString(place, rows.text(row, column));
    }
  }

  private IOException misfit(int row, Fit fit, ColumnType type) {
    return new IOException(
        "the table's column %s is %s, which does not keep the %s value of row %s. Use another --sink-option table=NAME, or mode=replace."
            .formatted(
                Identifier.quoted(fit.name()),
                fit.declared(),
                type.label(),
                rowsWritten + row + 1));
  }

  private IOException nullMisfit(int row, Fit fit) {
    return new IOException(
        "the table's column %s is its primary key, and would be given a number where row %s has null. Use another --sink-option table=NAME, or mode=replace."
            .formatted(Identifier.quoted(fit.name()), rowsWritten + row + 1));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    try {
      count.check(connection, rowsWritten);
      connection.commit();
    } catch (SQLException failure) {
      throw Failure.of("the rows could not be committed", failure);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      leave(connection, file, madeFile);
    }
  }

  /** SQLite takes back, as it closes, what was not committed. */
  private static void leave(Connection connection, DatabaseFile file, boolean madeFile)
      throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw Failure.of("it could not be closed", failure);
    }
    if (madeFile) {
      file.removeIfEmpty();
    }
  }
}

package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.copy.CopyIn;

/**
 * Takes rows into a temporary table, and puts them in their place inside the same transaction.
 * Before its COMMIT nobody sees anything of it, and nobody is kept waiting before {@link #publish}.
 */
final class PostgresqlSliceSink implements SliceSink {
  private final ServerConnection connection;
  private final String ledger;
  private final TableHold hold;
  private final SliceContext context;
  private final SliceRowTable table;
  private final CopyIn copy;
  private final CopyRows rows;

  private PostgresqlSliceSink(
      ServerConnection connection,
      String ledger,
      TableHold hold,
      SliceContext context,
      SliceRowTable table,
      CopyIn copy,
      CopyRows rows) {
    this.connection = connection;
    this.ledger = ledger;
    this.hold = hold;
    this.context = context;
    this.table = table;
    this.copy = copy;
    this.rows = rows;
  }

  static PostgresqlSliceSink open(
      ConnectionSettings settings, String ledger, TableHold hold, SliceContext context)
      throws IOException {
    List<ColumnFit> fits = fits(context.columns());
    SliceRowTable table = new SliceRowTable(context.columns());
    ServerConnection connection = ServerConnection.forWriting(settings, TableUse.HISTORY);
    boolean isOpen = false;
    try {
      connection.run(
          "no rows can be taken",
          () -> {
            TableStanding standing =
                TableStanding.find(connection, context.table(), Optional.of(ledger));
            standing.requireWritable();
            standing.table().records().require(connection);
            // Rows may come for hours, and what was looked at is locked until the transaction ends.
            connection.beginAgain();
            connection.execute(table.creation());
          });
      CopyIn copy = connection.writing(() -> connection.copies().copyIn(table.copyStatement()));
      CopyRows rows =
          new CopyRows(context.schema(), fits, TableUse.HISTORY, new CopyStream(copy, connection));
      isOpen = true;
      return new PostgresqlSliceSink(connection, ledger, hold, context, table, copy, rows);
    } finally {
      if (!isOpen) {
        connection.close();
      }
    }
  }

  /** Messages call the columns what they are called where there are no others. */
  private static List<ColumnFit> fits(List<SliceColumn> columns) throws IOException {
    List<ColumnFit> fits = new ArrayList<>();
    for (String name : SliceNames.ofColumns(columns)) {
      fits.add(ColumnFit.exact(name, ColumnForm.of(columns.get(fits.size()).column())));
    }
    return fits;
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows.write(batch);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    rows.finish();
    long taken = connection.writing(copy::endCopy);
    if (taken != rows.rowsWritten()) {
      throw new IOException(
          "the server took %s of the %s rows given to it. Run it again."
              .formatted(taken, rows.rowsWritten()));
    }
  }

  @Override
  public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
    if (!slice.slice().equals(context.slice())) {
      throw new IllegalArgumentException(
          "slice must be %s, but was %s".formatted(context.slice(), slice.slice()));
    }
    boolean isPublished = false;
    try {
      new SliceReplacement(connection, context.table(), ledger, slice).put(table, columns);
      hold.requireHeld();
      connection.commit();
      isPublished = true;
    } finally {
      if (!isPublished) {
        // Others need not wait until the host has closed it.
        connection.close();
      }
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}

package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes the rows of a slice, and puts them in place in one transaction. */
final class SqliteSliceSink implements SliceSink {
  private final DatabaseFile file;
  private final String ledger;
  private final SliceContext context;
  private final StagedRows rows;
  private boolean closed;

  private SqliteSliceSink(DatabaseFile file, String ledger, SliceContext context, StagedRows rows) {
    this.file = file;
    this.ledger = ledger;
    this.context = context;
    this.rows = rows;
  }

  static SqliteSliceSink open(DatabaseFile file, String ledger, SliceContext context)
      throws IOException {
    return new SqliteSliceSink(file, ledger, context, StagedRows.open(context.columns()));
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows.write(batch);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    rows.end();
  }

  @Override
  public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
    replaced(slice, columns).commitAndClose();
  }

  /** A transaction in which the rows are in place, and everything is that belongs to them. */
  SqliteTransaction replaced(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
    List<WrittenColumn> written = WrittenColumn.of(columns);
    SqliteTransaction transaction = file.beginIn(rows.connection());
    try {
      transaction.run(
          "the rows could not be put in place",
          connection ->
              replace(
                  new HistoryTable(
                      new SchemaContent(connection, SqliteTransaction.ATTACHED),
                      context.table().name()),
                  slice,
                  written));
      return transaction;
    } catch (IOException | RuntimeException | Error failure) {
      transaction.closeAfter(failure);
      throw failure;
    }
  }

  private void replace(HistoryTable table, CommittedSlice slice, List<WrittenColumn> columns)
      throws IOException, SQLException {
    table.requireOurs(Optional.of(ledger));
    table.prepare(columns);
    table.clear(slice.slice().id());
    long copied = rows.copy(table, slice.slice().id(), columns);
    if (copied != slice.rows()) {
      throw new IOException(
          "the table %s was given %s rows in place of %s, so nothing was written. Run it again."
              .formatted(table.quotedName(), copied, slice.rows()));
    }
    new SliceRecords(table.content()).put(ledger, table.name(), slice);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      rows.close();
    }
  }
}

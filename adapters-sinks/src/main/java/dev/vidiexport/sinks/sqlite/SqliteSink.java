package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;

/** Writes rows inside one transaction. Until it commits the table is as it was. */
final class SqliteSink implements Sink {
  private final SqliteTransaction transaction;
  private final RowInsertion rows;
  private boolean closed;

  private SqliteSink(SqliteTransaction transaction, RowInsertion rows) {
    this.transaction = transaction;
    this.rows = rows;
  }

  static SqliteSink open(DatabaseFile file, TargetTable table, Schema schema) throws IOException {
    SqliteTransaction transaction = file.begin();
    try {
      return transaction.get(
          "the table could not be made ready",
          connection -> {
            List<Fit> fits = table.prepare(connection, schema);
            return new SqliteSink(
                transaction, RowInsertion.prepare(connection, table, fits, schema));
          });
    } catch (IOException | RuntimeException | Error failure) {
      transaction.closeAfter(failure);
      throw failure;
    }
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    transaction.run("the rows could not be written", connection -> rows.write(batch));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    rows.requireAllKept();
    transaction.commit();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      transaction.close();
    }
  }
}

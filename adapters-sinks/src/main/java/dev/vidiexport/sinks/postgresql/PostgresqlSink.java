package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows inside one transaction. Until it commits others see the table as it was, also when
 * the process is killed: the server takes back what a connection that ends has not committed.
 */
final class PostgresqlSink implements Sink {
  private final ServerConnection connection;
  private final CopyIn copy;
  private final CopyRows rows;
  private final RowTarget target;

  private PostgresqlSink(
      ServerConnection connection, CopyIn copy, CopyRows rows, RowTarget target) {
    this.connection = connection;
    this.copy = copy;
    this.rows = rows;
    this.target = target;
  }

  static PostgresqlSink open(ConnectionSettings settings, TargetTable table, Schema schema)
      throws IOException {
    ServerConnection connection = ServerConnection.forWriting(settings, TableUse.EXPORT);
    boolean isOpen = false;
    try {
      RowTarget target =
          connection.get(
              "the table could not be made ready", () -> table.prepare(connection, schema));
      CopyIn copy = connection.writing(() -> connection.copies().copyIn(target.copyStatement()));
      CopyRows rows =
          new CopyRows(schema, target.fits(), TableUse.EXPORT, new CopyStream(copy, connection));
      isOpen = true;
      return new PostgresqlSink(connection, copy, rows, target);
    } finally {
      if (!isOpen) {
        connection.close();
      }
    }
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows.write(batch);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    rows.finish();
    long kept = connection.writing(copy::endCopy);
    if (kept != rows.rowsWritten()) {
      throw new IOException(
          "the table %s kept %s of the %s rows given to it, so none was added. Use another table=NAME."
              .formatted(target.quotedTable(), kept, rows.rowsWritten()));
    }
    connection.commit();
  }

  @Override
  public void close() {
    connection.close();
  }
}

package com.example.duckdb;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Writes rows inside one transaction. Until it commits the table is as it was, also when the
 * process is killed: DuckDB takes what stands in the file by then for free space.
 */
final class DuckDbSink implements Sink {
  private final DatabaseFile file;
  private final boolean madeFile;
  private final Database database;
  private final RowWriter writer;
  private boolean committed;
  private boolean closed;

  private DuckDbSink(DatabaseFile file, boolean madeFile, Database database, RowWriter writer) {
    this.file = file;
    this.madeFile = madeFile;
    this.database = database;
    this.writer = writer;
  }

  static DuckDbSink open(DatabaseFile file, TargetTable table, Schema schema) throws IOException {
    boolean makesFile = !file.exists();
    Database database = file.open(makesFile);
    try {
      database.begin(schema.size());
      return new DuckDbSink(file, makesFile, database, table.prepare(database, schema));
    } catch (SQLException failure) {
      throw abandoned(
          Failure.of("the table could not be made ready", failure), file, makesFile, database);
    } catch (IOException refusal) {
      throw abandoned(refusal, file, makesFile, database);
    }
  }

  private static IOException abandoned(
      IOException failure, DatabaseFile file, boolean madeFile, Database database) {
    try {
      abandon(file, madeFile, database);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
    return failure;
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    try {
      writer.write(rows);
    } catch (SQLException failure) {
      throw notWritten(failure);
    }
  }

  private static IOException notWritten(SQLException failure) {
    return Failure.of("the rows could not be written", failure);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    try {
      writer.flush();
    } catch (SQLException failure) {
      throw notWritten(failure);
    }
    try {
      database.execute("COMMIT");
    } catch (SQLException failure) {
      throw Failure.of("the rows could not be committed", failure);
    }
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (!committed) {
      abandon(file, madeFile, database);
      return;
    }
    try {
      database.close();
    } catch (SQLException failure) {
      throw Failure.of("it could not be closed", failure);
    }
  }

  private static void abandon(DatabaseFile file, boolean madeFile, Database database)
      throws IOException {
    try {
      file.abandon(database, madeFile);
    } catch (SQLException failure) {
      throw Failure.of("it could not be closed", failure);
    }
  }
}

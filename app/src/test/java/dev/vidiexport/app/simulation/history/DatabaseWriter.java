package dev.vidiexport.app.simulation.history;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What one process writes to a simulated database with. */
final class DatabaseWriter implements SliceWriter {
  private final SimulatedDatabase database;

  DatabaseWriter(SimulatedDatabase database) {
    this.database = database;
  }

  @Override
  public boolean has(SliceTable table) throws IOException {
    database.reach(DatabaseStep.LOOK);
    return database.table(table).isMade();
  }

  @Override
  public SliceSink open(SliceContext context) throws IOException {
    database.reach(DatabaseStep.OPEN);
    database.refuseColumns(context.slice());
    return new DatabaseSink(database, context);
  }

  @Override
  public Optional<CommittedSlice> committed(SliceTable table, Slice slice) throws IOException {
    return database.committed(table, slice);
  }

  @Override
  public void remove(SliceTable table, CommittedSlice none) throws IOException {
    database.change(DatabaseStep.REMOVE, new TableChange(table, none, List.of(), List.of()));
  }

  @Override
  public void close() {
    database.letGo();
  }
}

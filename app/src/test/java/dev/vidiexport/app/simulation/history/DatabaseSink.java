package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Takes the rows of a slice, each as {@link ServedRow#identity} tells it. */
final class DatabaseSink implements SliceSink {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final SimulatedDatabase database;
  private final SliceContext context;
  private final List<String> rows = new ArrayList<>();
  private boolean isComplete;
  private boolean isClosed;

  DatabaseSink(SimulatedDatabase database, SliceContext context) {
    this.database = database;
    this.context = context;
    database.countSink(1);
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    database.reach(DatabaseStep.WRITE);
    for (int row = 0; row < batch.rows(); row++) {
      rows.add(identity(batch, row));
    }
  }

  private static String identity(RowBatch batch, int row) {
    String period = value(batch, row, "period_start");
    return ServedRow.identity(
        value(batch, row, "location_id"),
        period.isEmpty() ? value(batch, row, "start_time") : period,
        value(batch, row, "watcher_count"),
        value(batch, row, "build"),
        value(batch, row, "remark"),
        value(batch, row, "measure"),
        value(batch, row, "late"));
  }

  /** Empty where it is null, or there is no such column. */
  private static String value(RowBatch batch, int row, String name) {
    Schema schema = batch.schema();
    for (int column = 0; column < schema.size(); column++) {
      if (schema.column(column).name().equals(name)) {
        return batch.isNull(row, column) ? "" : value(batch, row, column);
      }
    }
    return "";
  }

  private static String value(RowBatch batch, int row, int column) {
    ColumnType type = batch.schema().column(column).type();
    return switch (type) {
      case WHOLE -> Long.toString(batch.whole(row, column));
      case DECIMAL ->
          BigDecimal.valueOf(batch.decimal(row, column)).stripTrailingZeros().toPlainString();
      case TIMESTAMP -> TIME.format(batch.timestamp(row, column));
      case BOOLEAN -> Boolean.toString(batch.truth(row, column));
      case TEXT, NESTED -> batch.text(row, column);
    };
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    database.reach(DatabaseStep.COMPLETE);
    isComplete = true;
  }

  @Override
  public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
    if (!isComplete || isClosed || !slice.slice().equals(context.slice())) {
      throw new AssertionError("These rows cannot be published as " + slice);
    }
    if (!columns.containsAll(context.columns())) {
      throw new AssertionError("Not all columns of the rows are told: " + columns);
    }
    database.change(
        DatabaseStep.PUBLISH,
        new TableChange(context.table(), slice, List.copyOf(rows), List.copyOf(columns)));
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      database.countSink(-1);
    }
  }
}

package dev.vidiexport.domain.rows;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The local times of the rows of a batch: the {@code period_start} of a row, where that is null or
 * cannot be read its {@code start_time}, and else its date and time. For one thread.
 */
public final class RowMoments {
  private static final List<String> TIMESTAMPS = List.of("period_start", "start_time");
  private static final String DATE = "period_start_date";
  private static final String TIME = "period_start_time";

  private final List<RowTimes> ways = new ArrayList<>();
  private long[] micros = new long[0];
  private boolean[] isTold = new boolean[0];
  private long[] otherMicros = new long[0];
  private boolean[] isToldOtherwise = new boolean[0];

  /**
   * Finds the columns that tell a time.
   *
   * @param keys what VidiCenter calls each column of the schema
   */
  public RowMoments(List<String> keys, Schema schema) {
    for (String key : TIMESTAMPS) {
      int column = keys.indexOf(key);
      if (isOfType(schema, column, ColumnType.TIMESTAMP)) {
        ways.add(RowTimes.timestamps(column));
      } else if (isOfType(schema, column, ColumnType.TEXT)) {
        ways.add(RowTimes.texts(column));
      }
    }
    int dates = keys.indexOf(DATE);
    if (isOfType(schema, dates, ColumnType.TEXT)) {
      int times = keys.indexOf(TIME);
      ways.add(
          RowTimes.datesAndTimes(dates, isOfType(schema, times, ColumnType.TEXT) ? times : -1));
    }
  }

  private static boolean isOfType(Schema schema, int column, ColumnType type) {
    return column >= 0 && schema.column(column).type() == type;
  }

  /** Whether there is a column that can tell a time. */
  public boolean canTell() {
    return !ways.isEmpty();
  }

  /** Reads the times of all rows of a batch. */
  public void read(RowBatch batch) {
    int rows = batch.rows();
    if (rows > micros.length) {
      micros = new long[rows];
      isTold = new boolean[rows];
      otherMicros = new long[rows];
      isToldOtherwise = new boolean[rows];
    }
    Arrays.fill(isTold, 0, rows, false);
    int untold = rows;
    for (int way = 0; way < ways.size() && untold > 0; way++) {
      ways.get(way).read(batch, otherMicros, isToldOtherwise);
      untold = takeOver(rows);
    }
  }

  /** Fills in what is not told yet, and counts what remains. */
  private int takeOver(int rows) {
    int untold = 0;
    for (int row = 0; row < rows; row++) {
      if (!isTold[row]) {
        micros[row] = otherMicros[row];
        isTold[row] = isToldOtherwise[row];
        untold += isToldOtherwise[row] ? 0 : 1;
      }
    }
    return untold;
  }

  /** Whether the time of a row of the batch read last is known. */
  public boolean isTold(int row) {
    return isTold[row];
  }

  /** The time of a row, in microseconds since 1970-01-01T00:00; only where it is known. */
  public long micros(int row) {
    return micros[row];
  }
}

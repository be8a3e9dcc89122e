package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.rows.RowTimes;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The local times of the rows of a batch: the {@code period_start} of a row, where it has none its
 * {@code start_time}, and else its date and time. For one thread.
 */
final class RowMoments {
  private final List<RowTimes> ways = new ArrayList<>();
  private long[] micros = new long[0];
  private boolean[] isTold = new boolean[0];
  private long[] otherMicros = new long[0];
  private boolean[] isToldOtherwise = new boolean[0];

  RowMoments(List<String> keys, Schema schema) {
    for (String key : List.of(TimeKeys.PERIOD_START, TimeKeys.START_TIME)) {
      int column = keys.indexOf(key);
      if (isOfType(schema, column, ColumnType.TIMESTAMP)) {
        ways.add(RowTimes.timestamps(column));
      }
    }
    int dates = keys.indexOf(TimeKeys.DATE);
    if (isOfType(schema, dates, ColumnType.TEXT)) {
      int times = keys.indexOf(TimeKeys.TIME);
      ways.add(
          RowTimes.datesAndTimes(dates, isOfType(schema, times, ColumnType.TEXT) ? times : -1));
    }
  }

  private static boolean isOfType(Schema schema, int column, ColumnType type) {
    return column >= 0 && schema.column(column).type() == type;
  }

  void read(RowBatch batch) {
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
  boolean isTold(int row) {
    return isTold[row];
  }

  /** The time of a row, in microseconds since 1970-01-01T00:00; only where it is known. */
  long micros(int row) {
    return micros[row];
  }
}

package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.rows.RowTimes;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the period of each row: by its {@code period_start}, where that is null or cannot be read
 * by its {@code start_time}, and else by its date and time. For one thread.
 */
final class PeriodColumns {
  private static final List<String> TIMESTAMPS = List.of("period_start", "start_time");
  private static final String DATE = "period_start_date";
  private static final String TIME = "period_start_time";

  /** What stands for the period of a row as long as no column has told its time. */
  private static final int UNTOLD = PeriodIndex.NONE - 1;

  private final List<RowTimes> ways = new ArrayList<>();
  private final PeriodIndex periods;

  PeriodColumns(PeriodIndex periods, List<NumberedColumn> columns, Schema schema) {
    this.periods = periods;
    for (String key : TIMESTAMPS) {
      int column = NumberedColumn.indexOf(columns, key);
      if (isOfType(schema, column, ColumnType.TIMESTAMP)) {
        ways.add(RowTimes.timestamps(column));
      } else if (isOfType(schema, column, ColumnType.TEXT)) {
        ways.add(RowTimes.texts(column));
      }
    }
    int dates = NumberedColumn.indexOf(columns, DATE);
    if (isOfType(schema, dates, ColumnType.TEXT)) {
      int times = NumberedColumn.indexOf(columns, TIME);
      ways.add(
          RowTimes.datesAndTimes(dates, isOfType(schema, times, ColumnType.TEXT) ? times : -1));
    }
  }

  private static boolean isOfType(Schema schema, int column, ColumnType type) {
    return column >= 0 && schema.column(column).type() == type;
  }

  /** Reads {@code periods}: {@link PeriodIndex#NONE} or less where a row is of none. */
  void read(RowBatch batch, CoverageScratch scratch) {
    int rows = batch.rows();
    Arrays.fill(scratch.periods, 0, rows, UNTOLD);
    int untold = rows;
    for (RowTimes way : ways) {
      if (untold == 0) {
        return;
      }
      way.read(batch, scratch.bits, scratch.present);
      untold = fill(scratch, rows);
    }
  }

  /** Fills in what is not told yet, and counts what remains. */
  private int fill(CoverageScratch scratch, int rows) {
    int[] periodOfRow = scratch.periods;
    boolean[] present = scratch.present;
    long[] micros = scratch.bits;
    int untold = 0;
    for (int row = 0; row < rows; row++) {
      if (periodOfRow[row] == UNTOLD) {
        if (present[row]) {
          periodOfRow[row] = periods.of(micros[row]);
        } else {
          untold++;
        }
      }
    }
    return untold;
  }
}

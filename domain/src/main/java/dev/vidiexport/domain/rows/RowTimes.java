package dev.vidiexport.domain.rows;

import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;

/** One way in which rows may tell when their period begins. For one thread. */
interface RowTimes {
  /**
   * Reads the times of all rows of a batch.
   *
   * @param micros takes the time of each row, in microseconds of local time since 1970; has room
   *     for all rows, as the other has
   * @param isTold takes whether a row has a time that can be read; where it has none, its
   *     microseconds mean nothing
   */
  void read(RowBatch batch, long[] micros, boolean[] isTold);

  /** Times in a column of the type {@link ColumnType#TIMESTAMP}. */
  static RowTimes timestamps(int column) {
    return (batch, micros, isTold) -> ColumnBits.copy(batch, column, micros, isTold);
  }

  /** Times in a column of the type {@link ColumnType#TEXT}. */
  static RowTimes texts(int column) {
    return new TextTimes(column);
  }

  /**
   * Times in two columns of the type {@link ColumnType#TEXT}: days, and hours and minutes.
   *
   * @param times negative where there is no such column; then, and where it is null, the time is
   *     midnight
   */
  static RowTimes datesAndTimes(int dates, int times) {
    return new DateAndTimeTexts(dates, times);
  }
}

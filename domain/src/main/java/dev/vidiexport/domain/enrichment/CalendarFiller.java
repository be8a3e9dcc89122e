package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.RowBatch;

/** Fills a column with a part of the local time of rows. */
final class CalendarFiller implements ColumnFiller {
  private static final long MICROS_PER_HOUR = 3_600 * UtcConversion.MICROS_PER_SECOND;

  private final int column;
  private final RowMoments moments;
  private final CalendarDays days;
  private final AddedValue value;

  /**
   * Fills in one part.
   *
   * @param days may be shared with the fillers of other parts
   */
  CalendarFiller(int column, RowMoments moments, CalendarDays days, AddedValue value) {
    this.column = column;
    this.moments = moments;
    this.days = days;
    this.value = value;
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      if (moments.isTold(row)) {
        put(row, moments.micros(row), into);
      }
    }
  }

  private void put(int row, long micros, BatchExtension into) {
    switch (value) {
      case DATE -> putText(row, days.at(micros).date(), into);
      case WEEK -> putText(row, days.at(micros).week(), into);
      case WEEKDAY -> into.putLong(row, column, days.at(micros).weekday());
      case HOUR ->
          into.putLong(
              row, column, Math.floorMod(micros, UtcConversion.MICROS_PER_DAY) / MICROS_PER_HOUR);
      default -> throw new IllegalStateException(value + " is no part of a calendar");
    }
  }

  private void putText(int row, byte[] text, BatchExtension into) {
    into.putText(row, column, text, 0, text.length);
  }
}

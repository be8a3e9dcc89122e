package dev.vidiexport.domain.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.typing.TimestampText;

/** Times in two columns of texts: {@code 2024-01-01} and {@code 10:00}. */
final class DateAndTimeTexts implements RowTimes {
  private static final byte[] MIDNIGHT = "0000-00-00 00:00:00".getBytes(US_ASCII);
  private static final int DATE_LENGTH = 10;
  private static final int TIME_AT = 11;

  private final TimestampText timestampText = new TimestampText();
  private final int dates;
  private final int times;

  /**
   * Two columns.
   *
   * @param times negative where there is no such column; then, and where it is null, the time is
   *     midnight
   */
  DateAndTimeTexts(int dates, int times) {
    this.dates = dates;
    this.times = times;
  }

  @Override
  public void read(RowBatch batch, long[] micros, boolean[] isTold) {
    for (int row = 0; row < batch.rows(); row++) {
      micros[row] = micros(batch, row);
      isTold[row] = micros[row] != TimestampText.NONE;
    }
  }

  private long micros(RowBatch batch, int row) {
    if (batch.isNull(row, dates) || batch.textLength(row, dates) != DATE_LENGTH) {
      return TimestampText.NONE;
    }
    byte[] both = MIDNIGHT.clone();
    batch.copyText(row, dates, both, 0);
    if (times >= 0 && !batch.isNull(row, times)) {
      if (batch.textLength(row, times) > MIDNIGHT.length - TIME_AT) {
        return TimestampText.NONE;
      }
      batch.copyText(row, times, both, TIME_AT);
    }
    return timestampText.micros(both, 0, both.length);
  }
}

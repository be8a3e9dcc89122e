package dev.vidiexport.domain.rows;

import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.typing.TimestampText;

/** Times in one column of texts: a user may have timestamps written as such. */
final class TextTimes implements RowTimes {
  private final TimestampText timestampText = new TimestampText();
  private final int column;

  TextTimes(int column) {
    this.column = column;
  }

  @Override
  public void read(RowBatch batch, long[] micros, boolean[] isTold) {
    ColumnTexts texts = ColumnTexts.of(batch, column);
    for (int row = 0; row < batch.rows(); row++) {
      micros[row] =
          texts.isPresent(row)
              ? timestampText.micros(texts.bytes(), texts.begin(row), texts.length(row))
              : TimestampText.NONE;
      isTold[row] = micros[row] != TimestampText.NONE;
    }
  }
}

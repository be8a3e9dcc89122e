package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import java.util.Arrays;

/** The numbers of a column. A user may have numbers written as texts. For one thread. */
final class NumberColumn implements RowNumbers {
  private final int column;
  private final ColumnType type;
  private long[] bits = new long[0];
  private boolean[] present = new boolean[0];

  /**
   * Reads a column.
   *
   * @param column where it stands in batches
   * @param type what it is there; one that is neither a number nor a text has none
   */
  NumberColumn(int column, ColumnType type) {
    this.column = column;
    this.type = type;
  }

  @Override
  public void read(RowBatch batch) {
    int rows = batch.rows();
    if (rows > bits.length) {
      bits = new long[rows];
      present = new boolean[rows];
    }
    switch (type) {
      case WHOLE -> readWhole(batch);
      case DECIMAL -> readDecimals(batch);
      case TEXT -> readTexts(batch);
      case BOOLEAN, TIMESTAMP, NESTED -> Arrays.fill(present, 0, rows, false);
    }
  }

  private void readWhole(RowBatch batch) {
    ColumnBits.copy(batch, column, bits, present);
    for (int row = 0; row < batch.rows(); row++) {
      bits[row] = Double.doubleToRawLongBits((double) bits[row]);
    }
  }

  private void readDecimals(RowBatch batch) {
    ColumnBits.copy(batch, column, bits, present);
    for (int row = 0; row < batch.rows(); row++) {
      present[row] &= Double.isFinite(Double.longBitsToDouble(bits[row]));
    }
  }

  private void readTexts(RowBatch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      present[row] = !batch.isNull(row, column);
      if (present[row]) {
        double number = number(batch.text(row, column));
        present[row] = Double.isFinite(number);
        bits[row] = Double.doubleToRawLongBits(number);
      }
    }
  }

  private static double number(String text) {
    return text.matches("-?[0-9]{1,17}(\\.[0-9]{1,17})?(E-?[0-9]{1,3})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  @Override
  public boolean isPresent(int row) {
    return present[row];
  }

  @Override
  public double value(int row) {
    return Double.longBitsToDouble(bits[row]);
  }
}

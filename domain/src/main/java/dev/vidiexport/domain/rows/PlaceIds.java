package dev.vidiexport.domain.rows;

import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.topology.Id;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Reads which place rows name. Ids may be printed as texts, and a user may have them written as
 * decimals. Immutable.
 *
 * @param column where the column of ids stands in batches
 * @param type what it is in batches
 */
public record PlaceIds(int column, ColumnType type) {
  /** Up to this many digits are a number of 64 bits. */
  private static final int SURE_DIGITS = 18;

  /** Doubles tell whole numbers up to this apart. */
  private static final double MOST_EXACT = 0x1p53;

  /**
   * Reads the ids of all rows of a batch; one that cannot be read names no place.
   *
   * @param ids takes the id of each row; has room for all rows, as the other has
   * @param isNamed takes whether a row names a place; where it names none, its id means nothing
   */
  public void read(RowBatch batch, long[] ids, boolean[] isNamed) {
    switch (type) {
      case WHOLE -> ColumnBits.copy(batch, column, ids, isNamed);
      case DECIMAL -> readDecimals(batch, ids, isNamed);
      case TEXT -> readTexts(batch, ids, isNamed);
      case BOOLEAN, TIMESTAMP, NESTED -> Arrays.fill(isNamed, 0, batch.rows(), false);
    }
  }

  private void readDecimals(RowBatch batch, long[] ids, boolean[] isNamed) {
    ColumnBits.copy(batch, column, ids, isNamed);
    for (int row = 0; row < batch.rows(); row++) {
      double value = Double.longBitsToDouble(ids[row]);
      isNamed[row] &= Math.abs(value) <= MOST_EXACT && value == Math.rint(value);
      ids[row] = (long) value;
    }
  }

  private void readTexts(RowBatch batch, long[] ids, boolean[] isNamed) {
    ColumnTexts texts = ColumnTexts.of(batch, column);
    byte[] bytes = texts.bytes();
    for (int row = 0; row < batch.rows(); row++) {
      isNamed[row] = texts.isPresent(row);
      if (texts.isPresent(row)) {
        int begin = texts.begin(row);
        int length = texts.length(row);
        if (areDigits(bytes, begin, length)) {
          ids[row] = number(bytes, begin, length);
        } else {
          OptionalLong id =
              Id.parse(batch.text(row, column)).map(Id::number).orElse(OptionalLong.empty());
          isNamed[row] = id.isPresent();
          ids[row] = id.orElse(0);
        }
      }
    }
  }

  private static boolean areDigits(byte[] bytes, int begin, int length) {
    for (int at = begin; at < begin + length; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return length > 0 && length <= SURE_DIGITS;
  }

  private static long number(byte[] digits, int begin, int length) {
    long number = 0;
    for (int at = begin; at < begin + length; at++) {
      number = number * 10 + digits[at] - '0';
    }
    return number;
  }
}

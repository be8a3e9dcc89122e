package dev.vidiexport.domain.coverage;

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
record PlaceColumn(PlaceKind kind, int column, ColumnType type) {
  /** Up to this many digits are a number of 64 bits. */
  private static final int SURE_DIGITS = 18;

  /** Doubles tell whole numbers up to this apart. */
  private static final double MOST_EXACT = 0x1p53;

  /** Reads {@code places} and {@code isNamed}; ids that cannot be read name no place. */
  void read(RowBatch batch, CoverageScratch scratch) {
    switch (type) {
      case WHOLE -> ColumnBits.copy(batch, column, scratch.places, scratch.isNamed);
      case DECIMAL -> readDecimals(batch, scratch);
      case TEXT -> readTexts(batch, scratch);
      case BOOLEAN, TIMESTAMP, NESTED -> Arrays.fill(scratch.isNamed, 0, batch.rows(), false);
    }
  }

  private void readDecimals(RowBatch batch, CoverageScratch scratch) {
    ColumnBits.copy(batch, column, scratch.places, scratch.isNamed);
    for (int row = 0; row < batch.rows(); row++) {
      double value = Double.longBitsToDouble(scratch.places[row]);
      scratch.isNamed[row] &= Math.abs(value) <= MOST_EXACT && value == Math.rint(value);
      scratch.places[row] = (long) value;
    }
  }

  private void readTexts(RowBatch batch, CoverageScratch scratch) {
    ColumnTexts texts = ColumnTexts.of(batch, column);
    byte[] bytes = texts.bytes();
    for (int row = 0; row < batch.rows(); row++) {
      scratch.isNamed[row] = texts.isPresent(row);
      if (texts.isPresent(row)) {
        int begin = texts.begin(row);
        int length = texts.length(row);
        if (areDigits(bytes, begin, length)) {
          scratch.places[row] = number(bytes, begin, length);
        } else {
          OptionalLong id =
              Id.parse(batch.text(row, column)).map(Id::number).orElse(OptionalLong.empty());
          scratch.isNamed[row] = id.isPresent();
          scratch.places[row] = id.orElse(0);
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

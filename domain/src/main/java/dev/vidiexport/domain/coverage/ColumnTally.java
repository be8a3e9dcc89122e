package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.fingerprint.NonFiniteText;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;

/** Counts the values of one column, and adds them up. For one thread. */
final class ColumnTally {
  /** As many of these as a batch has rows do not overflow, and are exact as doubles together. */
  private static final long LARGE = 1L << 40;

  private final int number;
  private final int column;
  private final ColumnType type;
  private final boolean isMetric;
  private long values;
  private double sum;

  /**
   * A column without values.
   *
   * @param column where it stands in batches
   * @param type what it is in batches
   * @param isMetric whether its values make a row a measured one
   */
  ColumnTally(NumberedColumn numbered, int column, ColumnType type, boolean isMetric) {
    this.number = numbered.number();
    this.column = column;
    this.type = type;
    this.isMetric = isMetric;
  }

  void add(RowBatch batch, CoverageScratch scratch) {
    int rows = batch.rows();
    switch (type) {
      case WHOLE -> {
        ColumnBits.copy(batch, column, scratch.bits, scratch.present);
        sum += sumOfWhole(scratch.bits, scratch.present, rows);
      }
      case DECIMAL -> {
        ColumnBits.copy(batch, column, scratch.bits, scratch.present);
        sum += sumOfDecimals(scratch.bits, scratch.present, rows);
      }
      case BOOLEAN, TIMESTAMP -> ColumnBits.copy(batch, column, scratch.bits, scratch.present);
      case TEXT, NESTED -> findTexts(ColumnTexts.of(batch, column), scratch.present, rows);
    }
    values += count(scratch.present, rows);
    if (isMetric) {
      join(scratch.isMeasured, scratch.present, rows);
    }
  }

  private static void join(boolean[] isMeasured, boolean[] present, int rows) {
    for (int row = 0; row < rows; row++) {
      isMeasured[row] |= present[row];
    }
  }

  private static int count(boolean[] present, int rows) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      count += present[row] ? 1 : 0;
    }
    return count;
  }

  private static double sumOfWhole(long[] values, boolean[] present, int rows) {
    long sum = 0;
    long all = 0;
    for (int row = 0; row < rows; row++) {
      long value = present[row] ? values[row] : 0;
      sum += value;
      all |= value ^ (value >> (Long.SIZE - 1));
    }
    if (all < LARGE) {
      return sum;
    }
    double inexact = 0;
    for (int row = 0; row < rows; row++) {
      inexact += present[row] ? values[row] : 0;
    }
    return inexact;
  }

  /** What is infinite or no number counts as null, because not every format can hold it. */
  private static double sumOfDecimals(long[] bits, boolean[] present, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double value = Double.longBitsToDouble(bits[row]);
      boolean isFinite = present[row] && Double.isFinite(value);
      present[row] = isFinite;
      sum += isFinite ? value : 0;
    }
    return sum;
  }

  private static void findTexts(ColumnTexts texts, boolean[] present, int rows) {
    byte[] bytes = texts.bytes();
    for (int row = 0; row < rows; row++) {
      present[row] =
          texts.isPresent(row) && !NonFiniteText.is(bytes, texts.begin(row), texts.length(row));
    }
  }

  boolean hasValues() {
    return values > 0;
  }

  ColumnMeasure measure() {
    return new ColumnMeasure(number, values, sum);
  }
}

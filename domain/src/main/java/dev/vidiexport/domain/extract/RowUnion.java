package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import java.util.List;

/** Copies rows of files with some of the columns into batches with all of them. */
final class RowUnion {
  private final List<NumberedColumn> all;
  private final boolean takesNonFinite;
  private int[] places = {};
  private long nonFiniteAsNull;

  /**
   * Makes rows for one output.
   *
   * @param all the columns of the output
   * @param takesNonFinite whether it takes numbers that are not finite; else they become null
   */
  RowUnion(List<NumberedColumn> all, boolean takesNonFinite) {
    this.all = List.copyOf(all);
    this.takesNonFinite = takesNonFinite;
  }

  /**
   * Goes on with the rows of another file.
   *
   * @return whether the output has all of its columns
   */
  boolean begin(List<NumberedColumn> columns) {
    places = columns.stream().mapToInt(all::indexOf).toArray();
    return all.containsAll(columns);
  }

  /** Copies a row, and completes it. */
  void copy(RowBatch from, int row, RowBatchBuilder into) {
    for (int column = 0; column < places.length; column++) {
      if (!from.isNull(row, column)) {
        copy(from, row, column, into, places[column]);
      }
    }
    into.endRow();
  }

  private void copy(RowBatch from, int row, int column, RowBatchBuilder into, int place) {
    switch (into.type(place)) {
      case WHOLE -> into.putLong(place, from.whole(row, column));
      case DECIMAL -> copyDecimal(from.decimal(row, column), into, place);
      case BOOLEAN -> into.putBoolean(place, from.truth(row, column));
      case TIMESTAMP -> into.putTimestampMicros(place, from.timestampMicros(row, column));
      case NESTED -> copyText(from, row, column, into, place, false);
      case TEXT -> copyText(from, row, column, into, place, from.isQuoted(row, column));
    }
  }

  private void copyDecimal(double value, RowBatchBuilder into, int place) {
    if (Double.isFinite(value)) {
      into.putDouble(place, value);
    } else if (takesNonFinite) {
      into.putNonFinite(place, value);
    } else {
      nonFiniteAsNull++;
    }
  }

  private static void copyText(
      RowBatch from, int row, int column, RowBatchBuilder into, int place, boolean quoted) {
    ColumnTexts texts = ColumnTexts.of(from, column);
    if (quoted) {
      into.putText(place, texts.bytes(), texts.begin(row), texts.length(row));
    } else {
      into.putJson(place, texts.bytes(), texts.begin(row), texts.length(row));
    }
  }

  /** How many numbers that are not finite became null. */
  long nonFiniteAsNull() {
    return nonFiniteAsNull;
  }
}

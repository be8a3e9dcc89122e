package dev.vidiexport.domain.table;

import java.util.ArrayList;
import java.util.List;

/** Reads batches back as texts, for tests: each value through the method of its column's type. */
public final class BatchText {
  private BatchText() {}

  /** All rows, in order; each value as {@link #value} shows it. */
  public static List<List<String>> rows(RowBatch batch) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < batch.schema().size(); column++) {
        values.add(value(batch, row, column));
      }
      rows.add(values);
    }
    return rows;
  }

  /** A value: texts that came quoted in quotes, everything else bare; {@code null} for null. */
  public static String value(RowBatch batch, int row, int column) {
    if (batch.isNull(row, column)) {
      return "null";
    }
    return switch (batch.schema().column(column).type()) {
      case WHOLE -> Long.toString(batch.whole(row, column));
      case DECIMAL -> Double.toString(batch.decimal(row, column));
      case BOOLEAN -> Boolean.toString(batch.truth(row, column));
      case TIMESTAMP -> batch.timestamp(row, column).toString();
      case NESTED -> batch.text(row, column);
      case TEXT ->
          batch.isQuoted(row, column)
              ? '"' + batch.text(row, column) + '"'
              : batch.text(row, column);
    };
  }
}

package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;

/**
 * How wide the columns are shown, in characters. A sheet tells it before its first row, so the
 * names, the types and the first rows decide.
 */
final class Widths {
  /** The arrow of the filter covers the end of a name. */
  private static final int FOR_THE_ARROW = 3;

  private static final int MOST = 60;

  private final int[] widths;

  Widths(Schema schema) {
    widths = new int[schema.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] =
          Math.max(
              ofType(schema.column(column)), schema.column(column).name().length() + FOR_THE_ARROW);
    }
  }

  private static int ofType(Column column) {
    return switch (column.type()) {
      case WHOLE, DECIMAL -> 11;
      case BOOLEAN -> 8;
      case TIMESTAMP -> 20;
      case TEXT, NESTED -> 12;
    };
  }

  /** Makes room for the texts of rows. */
  void fit(RowBatch rows) {
    for (int column = 0; column < widths.length; column++) {
      switch (rows.schema().column(column).type()) {
        case TEXT, NESTED -> fitTexts(rows, column);
        case WHOLE, DECIMAL, BOOLEAN, TIMESTAMP -> {}
      }
    }
  }

  private void fitTexts(RowBatch rows, int column) {
    for (int row = 0; row < rows.rows(); row++) {
      if (!rows.isNull(row, column)) {
        widths[column] = Math.max(widths[column], rows.textLength(row, column) + 1);
      }
    }
  }

  int of(int column) {
    return Math.min(MOST, widths[column]);
  }
}

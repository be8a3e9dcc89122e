package dev.vidiexport.sinks.xlsx;

import java.util.Objects;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Gives cells their formats, those below each other at once: to give each its own takes longer than
 * to write it.
 */
final class FormatRuns {
  private final Worksheet sheet;

  /** By column: the format of the cells that wait for one, the first of them, and the next row. */
  private final @Nullable String[] formats;

  private final int[] begins;
  private final int[] ends;

  FormatRuns(Worksheet sheet, int columns) {
    this.sheet = sheet;
    formats = new String[columns];
    begins = new int[columns];
    ends = new int[columns];
  }

  /** Notes a cell; those of a column come from top to bottom. */
  void add(int row, int column, String format) {
    if (row != ends[column] || !Objects.equals(formats[column], format)) {
      end(column);
      formats[column] = format;
      begins[column] = row;
    }
    ends[column] = row + 1;
  }

  /** Gives all cells that were noted their formats. */
  void end() {
    for (int column = 0; column < formats.length; column++) {
      end(column);
    }
  }

  private void end(int column) {
    String format = formats[column];
    if (format != null) {
      sheet.range(begins[column], column, ends[column] - 1, column).style().format(format).set();
      formats[column] = null;
    }
  }
}

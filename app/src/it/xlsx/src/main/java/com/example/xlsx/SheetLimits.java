package com.example.xlsx;

import java.io.IOException;

/** What a sheet of Excel holds, by Microsoft's "Excel specifications and limits". */
final class SheetLimits {
  /** The rows of a sheet, less the one with the names. */
  static final int MOST_ROWS = 1_048_575;

  static final int MOST_COLUMNS = 16_384;

  /** The UTF-16 units of one cell. */
  static final int MOST_CHARACTERS = 32_767;

  private SheetLimits() {}

  static void checkColumns(int columns) throws IOException {
    if (columns > MOST_COLUMNS) {
      throw new IOException(
          "a sheet of Excel holds %s columns, and the export has %s. Choose --format csv or parquet."
              .formatted(MOST_COLUMNS, columns));
    }
  }

  /**
   * Checks that one more row fits.
   *
   * @param row the number of the row, counted from 1
   */
  static void checkRow(long row) throws IOException {
    if (row > MOST_ROWS) {
      throw new IOException(
          "a sheet of Excel holds %s rows below the names, and the export has more. Choose --format csv or parquet, or export a shorter time."
              .formatted(MOST_ROWS));
    }
  }

  /**
   * Checks that a text fits into one cell: cut short it would be another text.
   *
   * @param where what holds the text, such as {@code row 7, column comment}
   */
  static void checkText(String text, String where) throws IOException {
    if (text.length() > MOST_CHARACTERS) {
      throw new IOException(
          "a cell of Excel holds %s characters, and %s has %s. Choose --format csv or parquet."
              .formatted(MOST_CHARACTERS, where, text.length()));
    }
  }
}

package dev.vidiexport.sinks.xlsx;

import java.io.IOException;

/** What a workbook holds, by Microsoft's "Excel specifications and limits" where it says so. */
final class SheetLimits {
  /** The rows of a sheet, less the one with the names. */
  static final int MOST_ROWS = 1_048_575;

  static final int MOST_COLUMNS = 16_384;

  /** The UTF-16 units of one cell. */
  static final int MOST_CHARACTERS = 32_767;

  /** The bytes of a file. The library notes in 31 bits where its parts are. */
  static final long MOST_BYTES = Integer.MAX_VALUE;

  private SheetLimits() {}

  static void checkColumns(int columns) throws IOException {
    if (columns > MOST_COLUMNS) {
      throw new IOException(
          "a sheet of Excel holds %s columns, and the export has %s. Choose the format csv or parquet."
              .formatted(MOST_COLUMNS, columns));
    }
  }

  /**
   * Checks that a text fits into one cell: cut short it would be another text.
   *
   * @param where what holds the text, such as {@code row 7, column "comment"}
   */
  static void checkText(String text, String where) throws IOException {
    if (text.length() > MOST_CHARACTERS) {
      throw new IOException(
          "a cell of Excel holds %s characters, and %s has %s. Choose the format csv or parquet."
              .formatted(MOST_CHARACTERS, where, text.length()));
    }
  }
}

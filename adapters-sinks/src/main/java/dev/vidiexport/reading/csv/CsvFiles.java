package dev.vidiexport.reading.csv;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens CSV files, as the format {@code csv} writes them, packed or not. */
public final class CsvFiles {
  private CsvFiles() {}

  /** Why files with these options cannot be read back; empty where they can. */
  public static Optional<String> obstacle(Map<String, String> options) {
    return "guard".equals(options.get("formulas"))
        ? Optional.of(
            "CSV that was written with formulas=guard cannot be read back: nobody can tell which"
                + " texts began with a ' and which got one.")
        : Optional.empty();
  }

  /**
   * Opens a file.
   *
   * @throws IOException as {@link dev.vidiexport.domain.port.RowFileReader#open} says
   */
  public static FileRows open(Path file, Map<String, String> options, List<NumberedColumn> columns)
      throws IOException {
    return CsvRows.open(
        file, delimiter(options), new ExpectedColumns(columns), new FileProblem(file));
  }

  private static char delimiter(Map<String, String> options) {
    String value = options.getOrDefault("delimiter", ",");
    return value.equals("tab") ? '\t' : value.charAt(0);
  }
}

package dev.vidiexport.reading.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import dev.vidiexport.reading.rows.PackedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Opens CSV files, as the format {@code csv} writes them, packed or not. */
public final class CsvFiles {
  private static final int MOST_CHARACTERS_OF_HEADER = 16 * 1024 * 1024;

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

  /**
   * The names of the columns of a file that is written with the usual options.
   *
   * @throws IOException in a whole sentence that names the file, when they cannot be read
   */
  public static List<String> header(Path file) throws IOException {
    FileProblem problem = new FileProblem(file);
    try (InputStream bytes = Files.newInputStream(file);
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .detectBomHeader(true)
                .maxBufferSize(MOST_CHARACTERS_OF_HEADER)
                .ofCsvRecord(PackedInput.of(bytes, file))) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw problem.of("it is empty, and not even a header is there");
      }
      return records.next().getFields();
    } catch (CsvParseException | UncheckedIOException notCsv) {
      throw problem.of("it is not CSV, or not UTF-8", notCsv);
    } catch (NoSuchFileException | AccessDeniedException | ZipException | EOFException unreadable) {
      throw problem.unreadable(unreadable);
    }
  }

  private static char delimiter(Map<String, String> options) {
    String value = options.getOrDefault("delimiter", ",");
    return value.equals("tab") ? '\t' : value.charAt(0);
  }
}

package dev.vidiexport.reading.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens files of the formats {@code jsonl}, packed or not, and {@code json}. */
public final class JsonFiles {
  private JsonFiles() {}

  /**
   * Opens a file.
   *
   * @throws IOException as {@link dev.vidiexport.domain.port.RowFileReader#open} says
   */
  public static FileRows open(Path file, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    FileProblem problem = new FileProblem(file);
    JsonLayout layout = format.name().equals("json") ? JsonLayout.ARRAY : JsonLayout.LINES;
    boolean omitsNulls = "omit".equals(format.options().get("nulls"));
    JsonSource source = JsonSource.open(file, layout, problem);
    try {
      return JsonRows.begin(source, omitsNulls, new ExpectedColumns(columns), problem);
    } catch (IOException | RuntimeException unreadable) {
      source.close();
      throw unreadable;
    }
  }

  /**
   * The names that any object of a file has, in the order in which they come; all of it is read.
   *
   * @throws IOException in a whole sentence that names the file, when they cannot be read
   */
  public static List<String> names(Path file, FileFormat format) throws IOException {
    FileProblem problem = new FileProblem(file);
    JsonLayout layout = format.name().equals("json") ? JsonLayout.ARRAY : JsonLayout.LINES;
    try (JsonSource source = JsonSource.open(file, layout, problem)) {
      ObjectNames names = new ObjectNames(problem);
      LineChunks all = source.lines();
      while (all.next()) {
        names.addAll(all);
      }
      return names.all();
    } catch (JsonProcessingException notJson) {
      throw problem.of("it is not JSON", notJson);
    }
  }
}

package dev.vidiexport.reading;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.OpenedRowFile;
import dev.vidiexport.domain.port.RowFiles;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.reading.csv.CsvFiles;
import dev.vidiexport.reading.json.JsonFiles;
import dev.vidiexport.reading.parquet.ParquetFiles;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens files of the formats {@code parquet}, {@code csv}, {@code json} and {@code jsonl}: Parquet
 * is told by how it begins, the others by their names. Immutable.
 */
public final class UserRowFiles implements RowFiles {
  private static final List<String> EMPTY = List.of("location_id", "period_start");
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

  private final Function<String, ColumnType> types;

  /**
   * Opens files.
   *
   * @param types of which type a column is, by its name, in files that do not say it
   */
  public UserRowFiles(Function<String, ColumnType> types) {
    this.types = types;
  }

  @Override
  public OpenedRowFile open(Path file) throws IOException {
    FileProblem problem = new FileProblem(file);
    if (Files.isDirectory(file)) {
      throw problem.of("it is a folder");
    }
    if (beginsLikeParquet(file, problem)) {
      return ParquetFiles.open(file);
    }
    String name = unpackedName(file);
    if (name.endsWith(".csv")) {
      return opened(
          CsvFiles.header(file), columns -> CsvFiles.open(file, Map.of(), columns), problem);
    }
    if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      FileFormat format =
          new FileFormat(name.endsWith(".json") ? "json" : "jsonl", Map.of("nulls", "omit"));
      return opened(
          JsonFiles.names(file, format), columns -> JsonFiles.open(file, format, columns), problem);
    }
    throw problem.of(
        "it is not Parquet, and its name ends neither with .csv nor with .json or .jsonl");
  }

  private static boolean beginsLikeParquet(Path file, FileProblem problem) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(PARQUET.length), PARQUET);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
  }

  private static String unpackedName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private OpenedRowFile opened(List<String> names, Opening opening, FileProblem problem)
      throws IOException {
    List<NumberedColumn> columns = new ArrayList<>();
    // A file of objects without any names no columns.
    for (String name : names.isEmpty() ? EMPTY : names) {
      columns.add(new NumberedColumn(columns.size() + 1, name, name, types.apply(name)));
    }
    if (names.stream().distinct().count() < names.size()) {
      throw problem.of("it has two columns of the same name");
    }
    FileRows rows = opening.open(columns);
    return new OpenedRowFile(
        rows,
        rows.columns().stream().map(NumberedColumn::received).toList(),
        Map.of(),
        Optional.empty());
  }

  private interface Opening {
    FileRows open(List<NumberedColumn> columns) throws IOException;
  }
}

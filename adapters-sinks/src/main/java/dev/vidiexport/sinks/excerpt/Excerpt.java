package dev.vidiexport.sinks.excerpt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The beginning of a file, as read back from it. Immutable.
 *
 * @param columns the names of the columns, in order
 * @param firstRows a value for each column, as the file has it; empty for null
 * @param rows how many rows the whole file has; all of them were read
 */
public record Excerpt(List<String> columns, List<List<Optional<String>>> firstRows, long rows) {
  private static final Map<String, ExcerptReader> READERS =
      Map.of(
          "csv", new CsvExcerpt(),
          "json", new JsonExcerpt(true),
          "jsonl", new JsonExcerpt(false),
          "parquet", new ParquetExcerpt(),
          "sqlite", new SqliteExcerpt(),
          "xlsx", new XlsxExcerpt());

  public Excerpt {
    columns = List.copyOf(columns);
    firstRows = firstRows.stream().map(List::copyOf).toList();
  }

  /** The formats that can be read back. */
  public static Set<String> formats() {
    return READERS.keySet();
  }

  /**
   * Reads a file to its end, and keeps its first rows.
   *
   * @param format one of {@link #formats}
   * @param file a file of that format, written with the format's default options
   * @param most how many rows to keep; not negative
   * @throws IOException when the file cannot be read, or is not of that format
   * @throws IllegalArgumentException when the format cannot be read back
   */
  public static Excerpt of(String format, Path file, int most) throws IOException {
    ExcerptReader reader = READERS.get(format);
    if (reader == null) {
      throw new IllegalArgumentException(
          "format must be one of %s, but was %s".formatted(formats(), format));
    }
    return reader.read(file, most);
  }
}

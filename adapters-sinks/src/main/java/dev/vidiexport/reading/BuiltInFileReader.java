package dev.vidiexport.reading;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.reading.csv.CsvFiles;
import dev.vidiexport.reading.json.JsonFiles;
import dev.vidiexport.reading.parquet.ParquetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads back what the formats {@code parquet}, {@code jsonl}, {@code json} and {@code csv} wrote.
 * Immutable.
 */
public final class BuiltInFileReader implements RowFileReader {
  @Override
  public Optional<String> obstacle(FileFormat format) {
    return switch (format.name()) {
      case "parquet", "jsonl", "json" -> Optional.empty();
      case "csv" -> CsvFiles.obstacle(format.options());
      default ->
          Optional.of(
              ("Files of the format %s cannot be read back; those of parquet, jsonl, json and csv"
                      + " can.")
                  .formatted(QuotedText.of(format.name())));
    };
  }

  @Override
  public FileRows open(Path file, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    obstacle(format)
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(obstacle);
            });
    return switch (format.name()) {
      case "parquet" -> ParquetFiles.open(file, columns);
      case "csv" -> CsvFiles.open(file, format.options(), columns);
      default -> JsonFiles.open(file, format, columns);
    };
  }
}

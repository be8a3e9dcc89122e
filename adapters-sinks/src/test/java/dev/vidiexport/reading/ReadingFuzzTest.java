package dev.vidiexport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes a file has, it is read or refused in words. An input is a letter for the format
 * ({@code c}, {@code l}, {@code j}, {@code p}; in upper case with other options), and the file,
 * which may have a column of each type.
 */
class ReadingFuzzTest {
  private static final Map<Character, FileFormat> FORMATS =
      Map.of(
          'c', new FileFormat("csv", Map.of()),
          'C', new FileFormat("csv", Map.of("delimiter", ";", "bom", "true")),
          'l', new FileFormat("jsonl", Map.of()),
          'L', new FileFormat("jsonl", Map.of("nulls", "omit")),
          'j', new FileFormat("json", Map.of()),
          'p', new FileFormat("parquet", Map.of()));

  @TempDir Path folder;

  @FuzzTest(maxDuration = "60s")
  void readsOrRefusesInWords(byte[] input) throws IOException {
    FileFormat format = input.length == 0 ? null : FORMATS.get((char) input[0]);
    if (format == null) {
      return;
    }
    Path file = Files.write(folder.resolve("file"), Arrays.copyOfRange(input, 1, input.length));
    try {
      ReadRows.of(file, format, columns());
    } catch (IOException refused) {
      assertThat(refused).hasMessageStartingWith("The file " + file + " cannot be read back: ");
    }
  }

  /** A column of each type, called as the type is. */
  private static List<NumberedColumn> columns() {
    List<NumberedColumn> columns = new ArrayList<>();
    for (ColumnType type : ColumnType.values()) {
      columns.add(new NumberedColumn(columns.size() + 1, type.label(), type.label(), type));
    }
    return columns;
  }
}

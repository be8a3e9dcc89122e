package dev.vidiexport.app.simulation.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads a file of a history back, with other libraries than wrote it. */
final class WrittenFile {
  private WrittenFile() {}

  /**
   * What tells each row from every other one, in the order of texts.
   *
   * @throws IOException when the file is not whole
   */
  static List<String> rows(byte[] content, String path) throws IOException {
    String text = new String(content, UTF_8);
    try {
      return path.endsWith(".csv") ? csv(text) : lines(text);
    } catch (RuntimeException unreadable) {
      throw new IOException("The file cannot be read: " + path, unreadable);
    }
  }

  private static List<String> csv(String text) throws IOException {
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
      return records.stream()
          .map(row -> identity(name -> row.findField(name).orElse("")))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(JsonParser::parseString)
        .map(JsonElement::getAsJsonObject)
        .map(row -> identity(name -> value(row, name)))
        .sorted()
        .toList();
  }

  private static String value(JsonObject row, String name) {
    JsonElement value = row.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private static String identity(UnaryOperator<String> field) {
    String period = field.apply("period_start");
    return ServedRow.identity(
        field.apply("location_id"),
        period.isEmpty() ? field.apply("start_time") : period,
        field.apply("watcher_count"),
        field.apply("build"),
        field.apply("remark"),
        field.apply("measure"),
        field.apply("late"));
  }
}

package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads an output back, with other libraries than wrote it. */
final class WrittenRows {
  private WrittenRows() {}

  /**
   * What tells each row from every other one, row by row, as {@link Build#identity} does.
   *
   * @throws IOException when the output is not whole
   */
  static List<String> of(byte[] output, Format format) throws IOException {
    try {
      return switch (format) {
        case CSV -> csv(new String(output, UTF_8));
        case CSV_GZIPPED -> csv(unpacked(output));
        case JSON_LINES ->
            objects(new String(output, UTF_8).lines().map(JsonParser::parseString).toList());
        case JSON ->
            objects(JsonParser.parseString(new String(output, UTF_8)).getAsJsonArray().asList());
      };
    } catch (RuntimeException unreadable) {
      throw new IOException("The output cannot be read", unreadable);
    }
  }

  private static String unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(gzip.readAllBytes(), UTF_8);
    }
  }

  private static List<String> csv(String text) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
      List<String> columns = List.of();
      for (CsvRecord record : records) {
        if (columns.isEmpty()) {
          columns = List.copyOf(record.getFields());
        } else {
          rows.add(identity(columns, record));
        }
      }
    }
    return rows;
  }

  private static String identity(List<String> columns, CsvRecord record) {
    return Build.identity(
        field(columns, record, "location_id"),
        field(columns, record, "watcher_count"),
        field(columns, record, "remark"),
        field(columns, record, "late"));
  }

  private static String field(List<String> columns, CsvRecord record, String name) {
    int column = columns.indexOf(name);
    return column < 0 ? "" : record.getField(column);
  }

  private static List<String> objects(List<JsonElement> elements) {
    List<String> rows = new ArrayList<>(elements.size());
    for (JsonElement element : elements) {
      JsonObject row = element.getAsJsonObject();
      rows.add(
          Build.identity(
              text(row, "location_id"),
              text(row, "watcher_count"),
              text(row, "remark"),
              text(row, "late")));
    }
    return rows;
  }

  private static String text(JsonObject row, String name) {
    JsonElement value = row.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}

package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV with FastCSV, which tells an empty field from a quoted empty text. */
final class CsvReading {
  private CsvReading() {}

  /** The lines of a file, the header included; null is an empty field without quotes. */
  static List<List<String>> lines(byte[] bytes, char delimiter) throws IOException {
    // A decoder of one's own refuses what is not UTF-8.
    String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    try (CsvReader<List<String>> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .build(new FieldsWithNulls(), text)) {
      return reader.stream().toList();
    }
  }

  /** The lines as a table of the types that were written. */
  static ReadTable table(List<List<String>> lines, Schema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      List<Object> row = new ArrayList<>();
      for (int column = 0; column < line.size(); column++) {
        row.add(parse(line.get(column), schema.column(column)));
      }
      rows.add(row);
    }
    return new ReadTable(lines.get(0), rows);
  }

  private static Object parse(String field, Column column) {
    if (field == null) {
      return null;
    }
    return switch (column.type()) {
      case WHOLE -> Long.valueOf(field);
      case DECIMAL -> Double.valueOf(field);
      case BOOLEAN -> parseTruth(field);
      case TIMESTAMP ->
          column.meaning() == ColumnMeaning.UTC
              ? Instant.parse(field)
              : LocalDateTime.parse(field.replace(' ', 'T'));
      case TEXT, NESTED -> field;
    };
  }

  private static boolean parseTruth(String field) {
    return switch (field) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Expected true or false but was " + field);
    };
  }

  private static final class FieldsWithNulls extends AbstractBaseCsvCallbackHandler<List<String>> {
    private List<String> fields = new ArrayList<>();

    @Override
    protected void handleField(
        int index, char[] characters, int offset, int length, boolean quoted) {
      fields.add(length == 0 && !quoted ? null : new String(characters, offset, length));
    }

    @Override
    protected void handleEmpty() {
      fields.add(null);
    }

    @Override
    protected List<String> buildRecord() {
      List<String> record = fields;
      fields = new ArrayList<>();
      return record;
    }
  }
}

package dev.vidiexport.spi.flaws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The format of the kit's own sinks: each value behind a letter that tells its kind. */
final class PlainTable {
  private PlainTable() {}

  static Object valueOf(RowBatch rows, int row, int column) {
    if (rows.isNull(row, column)) {
      return null;
    }
    return switch (rows.schema().column(column).type()) {
      case WHOLE -> rows.whole(row, column);
      case DECIMAL -> rows.decimal(row, column);
      case BOOLEAN -> rows.truth(row, column);
      case TIMESTAMP -> rows.timestamp(row, column);
      case NESTED -> new JsonText(rows.text(row, column));
      case TEXT ->
          rows.isQuoted(row, column)
              ? rows.text(row, column)
              : new JsonText(rows.text(row, column));
    };
  }

  static byte[] encode(List<String> columns, List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    writeNames(data, columns);
    for (List<Object> row : rows) {
      writeRow(data, row);
    }
    writeEnd(data);
    return bytes.toByteArray();
  }

  static void writeNames(DataOutputStream data, List<String> columns) throws IOException {
    data.writeInt(columns.size());
    for (String column : columns) {
      writeText(data, column);
    }
  }

  static void writeRow(DataOutputStream data, List<Object> row) throws IOException {
    data.writeBoolean(true);
    for (Object value : row) {
      writeText(
          data, letterOf(value) + (value instanceof JsonText json ? json.characters() : value));
    }
  }

  static void writeEnd(DataOutputStream data) throws IOException {
    data.writeBoolean(false);
  }

  private static String letterOf(Object value) {
    return value == null ? "-" : value.getClass().getSimpleName().substring(0, 1);
  }

  private static void writeText(DataOutputStream data, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    data.writeInt(bytes.length);
    data.write(bytes);
  }

  static ReadTable decode(InputStream bytes) throws IOException {
    DataInputStream data = new DataInputStream(bytes);
    int columns = data.readInt();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      names.add(readText(data));
    }
    List<List<Object>> rows = new ArrayList<>();
    while (data.readBoolean()) {
      List<Object> row = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        row.add(parse(readText(data)));
      }
      rows.add(row);
    }
    return new ReadTable(names, rows);
  }

  private static String readText(DataInputStream data) throws IOException {
    return new String(data.readNBytes(data.readInt()), UTF_8);
  }

  private static Object parse(String written) {
    String text = written.substring(1);
    return switch (written.charAt(0)) {
      case '-' -> null;
      case 'L' -> text.contains(":") ? LocalDateTime.parse(text) : (Object) Long.valueOf(text);
      case 'D' -> Double.valueOf(text);
      case 'B' -> Boolean.valueOf(text);
      case 'J' -> new JsonText(text);
      default -> text;
    };
  }
}

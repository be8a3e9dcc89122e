package dev.vidiexport.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.RowBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    data.writeInt(columns.size());
    data.writeInt(rows.size());
    for (String column : columns) {
      writeText(data, column);
    }
    for (List<Object> row : rows) {
      for (Object value : row) {
        writeText(
            data, letterOf(value) + (value instanceof JsonText json ? json.characters() : value));
      }
    }
    return bytes.toByteArray();
  }

  private static String letterOf(Object value) {
    return value == null ? "-" : value.getClass().getSimpleName().substring(0, 1);
  }

  private static void writeText(DataOutputStream data, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    data.writeInt(bytes.length);
    data.write(bytes);
  }

  static ReadTable decode(byte[] bytes) throws IOException {
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
    int columns = data.readInt();
    int rows = data.readInt();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      names.add(readText(data));
    }
    List<List<Object>> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Object> of = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        of.add(parse(readText(data)));
      }
      values.add(of);
    }
    return new ReadTable(names, values);
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

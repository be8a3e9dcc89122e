package dev.vidiexport.sinks.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON with Gson, strictly, and numbers character for character. */
final class JsonReading {
  private JsonReading() {}

  static JsonElement parse(String json) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    JsonElement element = JsonParser.parseReader(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("Expected the end but was " + reader.peek());
    }
    return element;
  }

  /** Objects as a table of the types that were written; a key that is not there is null. */
  static ReadTable table(List<JsonObject> objects, Schema schema, List<String> columns) {
    List<List<Object>> rows = new ArrayList<>();
    for (JsonObject object : objects) {
      rows.add(row(object, schema));
    }
    return new ReadTable(columns, rows);
  }

  /** One object as a row of the types that were written; a key that is not there is null. */
  static List<Object> row(JsonObject object, Schema schema) {
    List<Object> row = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      JsonElement value = object.get(schema.column(column).name());
      row.add(value == null ? null : meaning(value, schema.column(column)));
    }
    return row;
  }

  private static Object meaning(JsonElement value, Column column) {
    if (value.isJsonNull()) {
      return null;
    }
    return switch (column.type()) {
      case WHOLE -> Long.valueOf(number(value));
      case DECIMAL -> Double.valueOf(number(value));
      case BOOLEAN -> truth(value);
      case TIMESTAMP ->
          column.meaning() == ColumnMeaning.UTC
              ? Instant.parse(text(value))
              : LocalDateTime.parse(text(value).replace(' ', 'T'));
      case TEXT, NESTED -> isText(value) ? text(value) : new JsonText(value.toString());
    };
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static String text(JsonElement value) {
    if (!isText(value)) {
      throw new IllegalArgumentException("Expected a text but was " + value);
    }
    return value.getAsString();
  }

  private static String number(JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return primitive.getAsNumber().toString();
    }
    throw new IllegalArgumentException("Expected a number but was " + value);
  }

  private static boolean truth(JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw new IllegalArgumentException("Expected true or false but was " + value);
  }
}

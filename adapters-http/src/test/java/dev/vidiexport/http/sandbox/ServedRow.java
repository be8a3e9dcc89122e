package dev.vidiexport.http.sandbox;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okio.Buffer;

/** Rows as a test reads them: by its key how each value was written, and its characters. */
public final class ServedRow {
  private ServedRow() {}

  /** Each row of an export, by its keys, one after the other. */
  public static Stream<Map<String, String>> all(ServedRows rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(ServedRow::parse);
  }

  /** Each row of an export, by its keys. */
  public static List<Map<String, String>> list(ServedRows rows) {
    return all(rows).toList();
  }

  static Map<String, String> parse(String row) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(row))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String key = reader.nextName();
        if (values.put(key, value(reader)) != null) {
          throw new IllegalStateException("%s is there twice in %s".formatted(key, row));
        }
      }
      reader.endObject();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalStateException("more than one value in " + row);
      }
      return values;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NUMBER -> "NUMBER " + reader.nextString();
      case STRING -> "TEXT " + reader.nextString();
      case BOOLEAN -> "BOOLEAN " + reader.nextBoolean();
      case NULL -> {
        reader.nextNull();
        yield "NULL";
      }
      default -> "NESTED " + reader.nextSource().readUtf8();
    };
  }
}

package dev.vidiexport.sinks.excerpt;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.BufferedSource;
import okio.Okio;

/** Reads JSON objects with Moshi's reader; the sinks use its writer. */
final class JsonExcerpt implements ExcerptReader {
  private final boolean inOneArray;

  /** A reader of one array of objects, or of objects that follow each other. */
  JsonExcerpt(boolean inOneArray) {
    this.inOneArray = inOneArray;
  }

  @Override
  public Excerpt read(Path file, int most) throws IOException {
    try (BufferedSource source = Okio.buffer(Okio.source(file));
        JsonReader json = JsonReader.of(source)) {
      json.setLenient(!inOneArray);
      return read(json, most);
    } catch (JsonDataException otherJson) {
      throw new IOException("not a list of objects: " + otherJson.getMessage(), otherJson);
    } catch (JsonEncodingException notJson) {
      throw new IOException("not JSON: " + notJson.getMessage(), notJson);
    }
  }

  private Excerpt read(JsonReader json, int most) throws IOException {
    List<Map<String, Optional<String>>> first = new ArrayList<>();
    long rows = 0;
    if (inOneArray) {
      json.beginArray();
    }
    while (json.peek() == JsonReader.Token.BEGIN_OBJECT) {
      Map<String, Optional<String>> row = readObject(json);
      if (rows++ < most) {
        first.add(row);
      }
    }
    if (inOneArray) {
      json.endArray();
    }
    if (json.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("there is a " + json.peek() + " at " + json.getPath());
    }
    List<String> columns = first.isEmpty() ? List.of() : List.copyOf(first.get(0).keySet());
    return new Excerpt(
        columns, first.stream().map(row -> List.copyOf(row.values())).toList(), rows);
  }

  private static Map<String, Optional<String>> readObject(JsonReader json) throws IOException {
    Map<String, Optional<String>> row = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      row.put(json.nextName(), readValue(json));
    }
    json.endObject();
    return row;
  }

  private static Optional<String> readValue(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case NULL -> {
        json.<Object>nextNull();
        yield Optional.empty();
      }
      case BOOLEAN -> Optional.of(String.valueOf(json.nextBoolean()));
      case BEGIN_ARRAY, BEGIN_OBJECT -> {
        try (BufferedSource nested = json.nextSource()) {
          yield Optional.of(nested.readUtf8());
        }
      }
      default -> Optional.of(json.nextString());
    };
  }
}

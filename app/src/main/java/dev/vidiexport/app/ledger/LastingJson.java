package dev.vidiexport.app.ledger;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.vidiexport.app.files.Sha256;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import okio.Buffer;

/**
 * What of an object's JSON does not change with every upload, as a digest in which the order of
 * members is of no matter.
 */
final class LastingJson {
  private static final Set<String> CHANGING =
      Set.of("last_upload_timestamp", "last_seen", "last_ots_uploaded");

  /** Half of SHA-256 is more than enough to tell two states of an object apart. */
  private static final int BYTES = 16;

  private LastingJson() {}

  /** The digest of an object of VidiCenter, in hexadecimal digits. */
  static String digest(String json) {
    return Sha256.of(lasting(json), BYTES);
  }

  /** A text that is no JSON stands for itself: it changes when it is not the same. */
  private static String lasting(String json) {
    try {
      return value(JsonReader.of(new Buffer().writeUtf8(json)), CHANGING);
    } catch (IOException | JsonDataException notJson) {
      return json;
    }
  }

  /** A text that is the same for the same value alone. */
  private static String value(JsonReader reader, Set<String> leftOut) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, leftOut);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> {
        String text = reader.nextString();
        yield text.length() + "\"" + text;
      }
      case NUMBER -> reader.nextString();
      case BOOLEAN -> String.valueOf(reader.nextBoolean());
      case NULL -> String.valueOf(reader.<Object>nextNull());
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
          throw new JsonDataException("A value must be there at " + reader.getPath());
    };
  }

  private static String object(JsonReader reader, Set<String> leftOut) throws IOException {
    Map<String, String> members = new TreeMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      String value = value(reader, Set.of());
      if (!leftOut.contains(name)) {
        members.put(name.length() + "\"" + name, value);
      }
    }
    reader.endObject();
    return members.toString();
  }

  private static String array(JsonReader reader) throws IOException {
    StringJoiner items = new StringJoiner(",", "[", "]");
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader, Set.of()));
    }
    reader.endArray();
    return items.toString();
  }
}

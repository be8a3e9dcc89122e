package dev.vidiexport.app.ledger;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** The tags of something as the view shows them: {@code {"tags":["Food","New"]}}. */
final class TaggingJson {
  private static final String TAGS = "tags";

  private TaggingJson() {}

  static String write(List<String> labels) {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.beginObject().name(TAGS).beginArray();
      for (String label : labels) {
        writer.value(label);
      }
      writer.endArray().endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.readUtf8();
  }

  static List<String> read(String json) throws SQLException {
    List<String> labels = new ArrayList<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (!reader.nextName().equals(TAGS)) {
          throw new JsonDataException("Only tags must be there at " + reader.getPath());
        }
        reader.beginArray();
        while (reader.hasNext()) {
          labels.add(reader.nextString());
        }
        reader.endArray();
      }
      reader.endObject();
    } catch (IOException notJson) {
      throw LedgerConnection.damaged(new UncheckedIOException(notJson));
    } catch (JsonDataException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
    return labels;
  }
}

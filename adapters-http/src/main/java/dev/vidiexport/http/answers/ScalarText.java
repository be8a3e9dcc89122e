package dev.vidiexport.http.answers;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads any single value as the text that it was written as, so that a member of an unexpected kind
 * does no harm: lists and objects, which are not texts, are null. Writes nothing.
 */
final class ScalarText extends JsonAdapter<String> {
  @Override
  public @Nullable String fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case STRING, NUMBER -> reader.nextString();
      case BOOLEAN -> String.valueOf(reader.nextBoolean());
      default -> {
        reader.skipValue();
        yield null;
      }
    };
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable String value) {
    throw new UnsupportedOperationException("Answers are read alone");
  }
}

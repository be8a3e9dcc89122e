package dev.vidiexport.app.console;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import okio.Buffer;

/** A message as one line of JSON. */
final class JsonMessage {
  private JsonMessage() {}

  /**
   * The line, without a line end behind it.
   *
   * @param trace where it came from; no lines where that is not told
   */
  static String of(
      Instant moment, String level, String message, MessageFields fields, List<String> trace) {
    Buffer line = new Buffer();
    try (JsonWriter json = JsonWriter.of(line)) {
      json.beginObject();
      json.name("time").value(moment.truncatedTo(ChronoUnit.MILLIS).toString());
      json.name("level").value(level);
      json.name("message").value(message);
      if (fields.export().isPresent()) {
        json.name("export").value(fields.export().get());
      }
      if (fields.window().isPresent()) {
        json.name("window").value(fields.window().get());
      }
      if (fields.code().isPresent()) {
        json.name("code").value(fields.code().getAsInt());
      }
      if (!trace.isEmpty()) {
        json.name("stack_trace").value(String.join("\n", trace));
      }
      json.endObject();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return line.readUtf8();
  }
}
